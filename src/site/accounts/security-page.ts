import type { AppConfig } from '../../config/app-config.js';
import { publicPathOf } from '../../config/public-path.js';
import { html, type Html } from '../../text/html/html.js';
import { type Language, LANGUAGES } from '../../text/plain/languages.js';
import { safeHref } from '../../text/plain/safe-href.js';
import { pageOf } from '../frame/page-frame.js';
import { dataSection } from './data-section.js';
import { DATA_WORDS } from './data-words.js';
import type { SecurityWords } from './security-words.js';
import { en } from './security-words-en.js';
import { lv } from './security-words-lv.js';
import { ru } from './security-words-ru.js';

const WORDS: Readonly<Record<Language, SecurityWords>> = { en, lv, ru };

/** The languages, each by its own name. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  lv: 'Latviešu',
  ru: 'Русский',
};

type Type = 'text' | 'email' | 'password' | 'code';

/** The attributes for the browser's autofill. */
const FIELDS: Readonly<Record<Type, Readonly<Record<string, string>>>> = {
  text: { type: 'text' },
  email: { type: 'email', autocomplete: 'email' },
  password: { type: 'password', autocomplete: 'current-password' },
  code: { type: 'text', autocomplete: 'one-time-code' },
};

/** The parts of the configuration that affect signing in. */
type SignInWays = Pick<AppConfig, 'publicUrl' | 'oidc' | 'sso'>;

/**
 * The page on which users see and change their sign-in factors. They sign in again on this page, so
 * that the sign-in is fresh. The session exists only in the memory of the page. The script contains
 * no texts: all of them are in the page.
 */
export function securityPage(language: Language, { publicUrl, oidc, sso }: SignInWays): string {
  const words = WORDS[language];
  return page(
    words.title,
    words.lead,
    language,
    publicUrl,
    [
      html`<div data-part="sign-in" hidden>
        <p>${words.lead}</p>
        ${form('login', words, [field('login', words.login, 'text'), field('password', words.password, 'password')], words.signIn)}
        <p data-part="by-passkey" hidden>${button('passkey', words.byPasskey)}</p>
        ${oidc.map(({ id, name }) => html`<p>${provider(id, name, words)}</p>`)}
        ${sso && html`<p>${siteHint(sso.issuer, words)}</p>`}
      </div>`,
      html`<div data-part="by-site" hidden>
        <p>${words.bySiteHint}</p>
        <p>${button('site', words.goOn)}</p>
      </div>`,
      html`<div data-part="second" hidden>
        ${form('verify', words, [field('code', words.code, 'code', words.codeHint)], words.goOn)}
      </div>`,
      html`<div data-part="account" hidden>
        <p>${withName(words.signedInAs)} ${button('leave', words.signOut)}</p>
        <p data-part="who"></p>
        <p data-part="required" hidden><b>${words.required}</b></p>
        ${appSection(words)} ${passkeySection(words)}
        <div data-part="linked" hidden>
          <h2>${words.links}</h2>
          <p>${words.linksHint}</p>
          <ul data-part="links"></ul>
        </div>
        <h2>${words.sessions}</h2>
        <ul data-part="sessions"></ul>
        <p>${button('end-others', words.endOthers)}</p>
        <div data-part="imported" hidden>
          <h2>${words.imported}</h2>
          <p>${words.importedHint} <b data-part="imported-comments"></b></p>
          <p>${button('take-imported', words.takeImported)}</p>
        </div>
        ${mailSection(words, `${publicPathOf(publicUrl)}/account/forgot?lang=${language}`)}
        ${dataSection(DATA_WORDS[language])}
      </div>`,
      html`<template data-row="passkey">
        <li>
          <b data-from="name"></b>
          <span data-from="times"></span> ${button('remove-passkey', words.remove)}
        </li>
      </template>`,
      html`<template data-row="link">
        <li>
          <b data-from="name"></b>
          <span data-from="times"></span> ${button('unlink', words.unlink)}
        </li>
      </template>`,
      html`<template data-row="session">
        <li>
          <b data-from="device"></b> <span data-from="times"></span> ${button('end', words.end)}
        </li>
      </template>`,
    ],
    words,
  );
}

/**
 * The window in which a reader of a page of the site signs in by a passkey.
 * @param origin of that page; null if it is not allowed
 */
export function passkeyWindow(
  language: Language,
  publicUrl: string,
  origin: string | null,
): string {
  const words = WORDS[language];
  const parts = [
    html`<div data-part="window" data-origin="${origin ?? ''}" hidden>
      <p>${button('passkey', words.byPasskey)}</p>
    </div>`,
  ];
  return page(words.windowTitle, words.windowTitle, language, publicUrl, parts, words);
}

function page(
  title: string,
  description: string,
  language: Language,
  publicUrl: string,
  parts: readonly Html[],
  words: SecurityWords,
): string {
  return pageOf({
    title,
    description,
    language,
    publicUrl,
    canonical: null,
    script: 'security.js',
    content: html`<section
      class="account"
      data-last-used="${words.lastUsed}"
      data-unknown="${words.unknownDevice}"
      data-this-one="${words.thisOne}"
      data-by-two="${words.byTwo}"
      data-how-password="${words.how.password}"
      data-how-passkey="${words.how.passkey}"
      data-how-site="${words.how.site}"
      data-role-member="${words.roles.member}"
      data-role-moderator="${words.roles.moderator}"
      data-role-admin="${words.roles.admin}"
    >
      <h1>${title}</h1>
      <noscript><p>${words.noScript}</p></noscript>
      <div class="said" id="said" role="status" tabindex="-1"></div>
      ${parts}
      ${Object.entries({ ...words.said, ...DATA_WORDS[language].said }).map(([name, text]) => html`<template data-say="${name}"><p>${text}</p></template>`)}
    </section>`,
  });
}

function appSection(words: SecurityWords): Html {
  const code = field('code', words.code, 'code', words.codeHint);
  const current = html`<div data-part="has-password">
    ${field('current', words.password, 'password')}
  </div>`;
  return html`<h2>${words.app}</h2>
    <div data-part="app-off" hidden>
      <p>${words.appOff}</p>
      <p>${button('begin', words.setUp)}</p>
    </div>
    <div data-part="enrol" hidden>
      <p>${words.scan}</p>
      <p><img data-part="qr" alt="" width="232" height="232" /></p>
      <p>${words.typeSecret} <code data-part="secret"></code></p>
      <p><a data-part="address">${words.openApp}</a></p>
      ${form('confirm', words, [field('code', words.code, 'code')], words.turnOn)}
    </div>
    <div data-part="recovery" hidden>
      <h3 tabindex="-1">${words.recovery}</h3>
      <p>${words.recoveryHint}</p>
      <ul class="codes" data-part="codes"></ul>
    </div>
    <div data-part="app-on" hidden>
      <p>${words.appOn} ${words.left} <b data-part="left"></b></p>
      <details data-part="stepping-up" hidden>
        <summary>${words.stepUp}</summary>
        ${form('step-up', words, [code], words.goOn)}
      </details>
      <details>
        <summary>${words.newCodes}</summary>
        ${form('renew', words, [code], words.makeCodes)}
      </details>
      <details>
        <summary>${words.turnOff}</summary>
        ${form('remove', words, [current, code], words.turnOff)}
      </details>
    </div>`;
}

function passkeySection(words: SecurityWords): Html {
  return html`<h2>${words.passkeys}</h2>
    <div data-part="passkeys-here" hidden>
      <p>${words.passkeysHint}</p>
      <ul data-part="passkeys"></ul>
      ${form('add-passkey', words, [field('name', words.name, 'text')], words.add)}
    </div>
    <p data-part="no-passkeys" hidden>${words.noPasskeys}</p>`;
}

/** @param forgot the URL of the page that mails a link to reset the password */
function mailSection(words: SecurityWords, forgot: string): Html {
  const options = LANGUAGES.map(
    (language) =>
      html`<option value="${language}" lang="${language}">${LANGUAGE_NAMES[language]}</option>`,
  );
  const choice = html`<div class="field">
    <label
      >${words.mailsLanguage}
      <select name="language">
        ${options}
      </select></label
    >
  </div>`;
  const current = html`<div data-part="address-password">
    ${field('current', words.password, 'password')}
  </div>`;
  return html`<h2>${words.mails}</h2>
    <p data-part="has-address" hidden>${words.address} <b data-part="email"></b></p>
    <p data-part="no-address" hidden>${words.noAddress}</p>
    <details>
      <summary>${words.changeAddress}</summary>
      ${form('address', words, [field('email', words.newAddress, 'email'), current], words.mailLink)}
    </details>
    <p data-part="no-password" hidden>
      ${words.noPassword} <a href="${forgot}">${words.choosePassword}</a>
    </p>
    ${form('language', words, [choice], words.save)}`;
}

function form(
  name: string,
  { sending }: SecurityWords,
  fields: readonly Html[],
  act: string,
): Html {
  return html`<form method="post" novalidate data-form="${name}" data-sending="${sending}">
    ${fields}
    <button type="submit">${act}</button>
  </form>`;
}

function field(name: string, label: string, type: Type, hint = ''): Html {
  const attributes = FIELDS[type];
  const filled = name === 'login' ? 'username webauthn' : (attributes.autocomplete ?? 'off');
  return html`<div class="field">
    <label>
      ${label}
      <input
        name="${name}"
        type="${attributes.type}"
        autocomplete="${filled}"
        autocapitalize="none"
        required
      />
    </label>
    ${hint && html`<p>${hint}</p>`}
  </div>`;
}

function button(act: string, text: string): Html {
  return html`<button type="button" class="quiet" data-act="${act}">${text}</button>`;
}

function provider(id: string, name: string, { byProvider }: SecurityWords): Html {
  return html`<button type="button" class="quiet" data-act="provider" data-id="${id}">
    ${byProvider.replace('{name}', () => name)}
  </button>`;
}

/** Readers of the host site arrive by a link from it that contains their token. */
function siteHint(issuer: string, { bySite }: SecurityWords): Html {
  const [before, after] = bySite.split('{site}', 2);
  const address = safeHref(issuer);
  const site = address ? html`<a href="${address}">${new URL(address).host}</a>` : issuer;
  return html`${before}${site}${after}`;
}

function withName(text: string): Html {
  const [before, after] = text.split('{username}', 2);
  return html`${before}<b data-part="username"></b>${after}`;
}
