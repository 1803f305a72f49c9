import { publicPathOf } from '../../config/public-path.js';
import { html, type Html } from '../../text/html/html.js';
import type { Language } from '../../text/plain/languages.js';
import { pageOf } from '../frame/page-frame.js';
import type { AccountPage, AccountWords } from './account-words.js';
import { en } from './account-words-en.js';
import { lv } from './account-words-lv.js';
import { ru } from './account-words-ru.js';

const WORDS: Readonly<Record<Language, AccountWords>> = { en, lv, ru };

interface Form {
  /** The route below `/api/v1/auth` for the form. */
  path: string;
  /** The field of the form; a form without one is a single button. */
  field: 'email' | 'password' | null;
  /**
   * The page to request a new mail when the link is no longer valid; null when no link is needed.
   */
  anew: 'forgot' | 'resend' | null;
  /** Whether it needs the link of a mail that cannot be requested again. */
  byToken?: boolean;
}

const FORMS: Readonly<Record<AccountPage, Form>> = {
  confirm: { path: 'verify-email', field: null, anew: 'resend' },
  reset: { path: 'reset-password', field: 'password', anew: 'forgot' },
  address: { path: 'email/take-back', field: null, anew: 'forgot' },
  'not-me': { path: 'not-me', field: null, anew: 'forgot' },
  forgot: { path: 'forgot-password', field: 'email', anew: null },
  resend: { path: 'verify-email/resend', field: 'email', anew: null },
  unsubscribe: { path: 'unsubscribe', field: null, anew: null, byToken: true },
};

export function isAccountPage(name: string): name is AccountPage {
  return Object.hasOwn(FORMS, name);
}

/**
 * A page that a link of a mail opens, or that requests such a mail. The script of the page only
 * shows the form and the right sentence. All sentences are in the page, so that the script contains
 * no texts.
 */
export function accountPage(name: AccountPage, language: Language, publicUrl: string): string {
  const words = WORDS[language];
  const { title, lead, act } = words.pages[name];
  const { path, field, anew, byToken = anew !== null } = FORMS[name];
  return pageOf({
    title,
    description: lead,
    language,
    publicUrl,
    canonical: null,
    script: 'account.js',
    content: html`<section class="account">
      <h1>${title}</h1>
      <noscript><p>${words.noScript}</p></noscript>
      <div class="said" id="said" role="status" tabindex="-1"></div>
      <form
        method="post"
        novalidate
        hidden
        data-path="${path}"
        data-token="${byToken ? 'needed' : 'none'}"
        data-sending="${words.sending}"
        data-again="${words.again}"
      >
        <p>${lead}</p>
        ${field && fieldOf(field, words)} ${name === 'reset' && recentWays(words)}
        <button type="submit">${act}</button>
      </form>
      ${sentencesOf(name, words, anew && linkTo(anew, words, language, publicUrl))}
    </section>`,
  });
}

function fieldOf(name: 'email' | 'password', words: AccountWords): Html {
  const isNew = name === 'password';
  return html`<div class="field">
    <label for="field">${words[name]}</label>
    <input
      id="field"
      name="${name}"
      type="${name}"
      autocomplete="${isNew ? 'new-password' : 'email'}"
      autocapitalize="none"
      required
      aria-describedby="fault hint"
    />
    <p class="fault" id="fault" role="alert"></p>
    <p id="hint">${isNew && words.passwordHint}</p>
  </div>`;
}

/** The list of recently added factors that the owner may not recognise. The script fills it. */
function recentWays({ recent }: AccountWords): Html {
  const row = (kind: 'app' | 'passkey') =>
    html`<template data-row="${kind}">
      <li>
        <label>
          <input type="checkbox" checked />
          ${recent[kind]} <span></span>
        </label>
      </li>
    </template>`;
  return html`<fieldset hidden>
    <legend>${recent.title}</legend>
    <p>${recent.hint}</p>
    <ul></ul>
    ${row('app')} ${row('passkey')}
  </fieldset>`;
}

function linkTo(
  page: 'forgot' | 'resend',
  { askAnew }: AccountWords,
  language: Language,
  publicUrl: string,
): Html {
  const address = `${publicPathOf(publicUrl)}/account/${page}?lang=${language}`;
  return html`<a href="${address}">${askAnew[page]}</a>`;
}

/**
 * The sentences for the script, by name. A sentence that ends the process comes with a link to
 * continue.
 */
function sentencesOf(name: AccountPage, words: AccountWords, anew: Html | null): Html[] {
  const sentences = { done: words.pages[name].done, 'no-token': words.noToken, ...words.problems };
  const goOn = new Set(['no-token', 'link-not-valid']);
  return [
    ...Object.entries(sentences).map(
      ([key, text]) =>
        html`<template data-say="${key}"
          ><p>${withName(text)} ${goOn.has(key) && anew}</p></template
        >`,
    ),
    ...Object.entries(words.rules).map(
      ([rule, text]) => html`<template data-say="${rule}">${text}</template>`,
    ),
  ];
}

/** A sentence with a placeholder for the account's name, filled from the response. */
function withName(text: string): Html {
  const [before, after] = text.split('{username}', 2);
  return html`${before}${after !== undefined && html`<b data-from="username"></b>${after}`}`;
}
