import { html, type Html, safe } from '../../text/html/html.js';
import type { KeptMail } from './dev-mailbox.js';

const STYLE = safe(`<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  iframe { width: 100%; height: 30rem; border: 1px solid; }
</style>`);

const LINK = /https?:\/\/\S+/g;

/** The unsent mails of development, newest first. */
export function devMailPage(mails: readonly KeptMail[]): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Mail of this development</title>
        ${STYLE}
      </head>
      <body>
        <h1>Mail of this development</h1>
        <p>
          Without <code>SMTP_URL</code> nothing is sent. Here are the last 200 mails, the newest
          first.
        </p>
        ${mails.map(article)} ${mails.length === 0 && html`<p>There is none yet.</p>`}
      </body>
    </html>`.text;
}

function article({ to, subject, at, text, html: page }: KeptMail): Html {
  return html`<article>
    <h2>${subject}</h2>
    <p>To ${to}, <time datetime="${at}">${at}</time></p>
    <pre>${linked(text)}</pre>
    <details>
      <summary>As HTML</summary>
      <iframe title="${subject}" sandbox="" srcdoc="${page}"></iframe>
    </details>
  </article>`;
}

/** A text with its addresses as links. */
function linked(text: string): Html[] {
  const links = text.match(LINK) ?? [];
  return text
    .split(LINK)
    .map(
      (between, at) =>
        html`${between}${links[at] && html`<a href="${links[at]}">${links[at]}</a>`}`,
    );
}
