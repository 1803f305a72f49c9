import { html, type Html } from '../../text/html/html.js';
import type { Language } from '../../text/plain/languages.js';

export interface LetterLink {
  label: string;
  url: string;
}

/** A piece of news in a mail. */
export interface LetterItem {
  line: string;
  /** The quoted text of a user; empty if there is none. */
  quote: string;
  links: readonly LetterLink[];
}

/** The content of a mail, before it is formatted. */
export interface Letter {
  language: Language;
  /** The name of the site, as the sender. */
  site: string;
  title: string;
  /** The sentences before the action. */
  lines: readonly string[];
  items?: readonly LetterItem[];
  action?: LetterLink;
  /** The sentences after it. */
  notes: readonly string[];
  /** The links to preferences, at the end. */
  links?: readonly LetterLink[];
}

/** Mail programs support inline styles, and few support anything else. */
const PAGE =
  "margin:0;padding:24px 12px;background:#fdfbf7;color:#211d19;font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
const SHEET = 'max-width:560px;margin:0 auto';
const SITE = 'margin:0 0 24px;font-weight:700';
const TITLE = 'margin:0 0 16px;font-size:22px;line-height:1.3';
const LINE = 'margin:0 0 16px';
const BUTTON =
  'display:inline-block;padding:12px 20px;background:#8a2f1c;color:#ffffff;text-decoration:none;border-radius:4px';
const ITEM = 'margin:0 0 8px;font-weight:700';
const ITEM_LINK = 'margin:0 0 8px';
const QUOTE =
  'margin:0 0 8px;padding:0 0 0 12px;border-left:3px solid #d8cfc4;overflow-wrap:anywhere;white-space:pre-wrap';
const NOTE = 'margin:0 0 12px;color:#665d53;font-size:14px';
const PLAIN_LINK = 'color:#8a2f1c;word-break:break-all';

/** The frame of all mails: the same texts as HTML and as plain text. */
export function inFrame(letter: Letter): { html: string; text: string } {
  return { html: pageOf(letter).text, text: textOf(letter) };
}

function pageOf({
  language,
  site,
  title,
  lines,
  items = [],
  action,
  notes,
  links = [],
}: Letter): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
      </head>
      <body style="${PAGE}">
        <div style="${SHEET}">
          <p style="${SITE}">${site}</p>
          <h1 style="${TITLE}">${title}</h1>
          ${lines.map((line) => html`<p style="${LINE}">${line}</p>`)} ${items.map(itemOf)}
          ${
            action &&
            html`<p style="${LINE}">
                <a href="${action.url}" style="${BUTTON}">${action.label}</a>
              </p>
              <p style="${NOTE}">
                <a href="${action.url}" style="${PLAIN_LINK}">${action.url}</a>
              </p>`
          }
          ${notes.map((note) => html`<p style="${NOTE}">${note}</p>`)}
          ${links.map(({ label, url }) => html`<p style="${NOTE}"><a href="${url}" style="${PLAIN_LINK}">${label}</a></p>`)}
        </div>
      </body>
    </html> `;
}

function itemOf({ line, quote, links }: LetterItem): Html {
  return html`<div style="${LINE}">
    <p style="${ITEM}">${line}</p>
    ${quote !== '' && html`<blockquote style="${QUOTE}">${quote}</blockquote>`}
    ${links.map(({ label, url }) => html`<p style="${ITEM_LINK}"><a href="${url}" style="${PLAIN_LINK}">${label}</a></p>`)}
  </div>`;
}

const quoted = (text: string) => `> ${text.replaceAll('\n', '\n> ')}`;
const linkText = ({ label, url }: LetterLink) => `${label}:\n${url}`;

function textOf({ site, title, lines, items = [], action, notes, links = [] }: Letter): string {
  const parts = [
    title,
    ...lines,
    ...items.map(({ line, quote, links: ways }) =>
      [line, ...(quote === '' ? [] : [quoted(quote)]), ...ways.map(linkText)].join('\n'),
    ),
    ...(action ? [linkText(action)] : []),
    ...notes,
    ...links.map(linkText),
  ];
  return `${parts.join('\n\n')}\n\n-- \n${site}\n`;
}
