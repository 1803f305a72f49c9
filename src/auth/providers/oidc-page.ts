import { createHash } from 'node:crypto';
import { Answer } from '../../input/answer.js';
import { html, jsonIn, safe } from '../../text/html/html.js';
import type { Language } from '../../text/plain/languages.js';

/** The message of the window to the page that opened it. */
export type WindowMessage =
  | { type: 'colloquy:signed-in'; refreshToken: string }
  | { type: 'colloquy:second-factor'; challenge: string }
  | { type: 'colloquy:identity'; proof: string }
  | { type: 'colloquy:sign-in-failed' };

interface Words {
  title: string;
  done: string;
  failed: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Sign in',
    done: 'You can close this window.',
    failed: 'Signing in failed. Close this window and try again.',
  },
  lv: {
    title: 'Pieslēgties',
    done: 'Šo logu var aizvērt.',
    failed: 'Pieslēgties neizdevās. Aizveriet šo logu un mēģiniet vēlreiz.',
  },
  ru: {
    title: 'Вход',
    done: 'Это окно можно закрыть.',
    failed: 'Войти не удалось. Закройте это окно и попробуйте снова.',
  },
};

/**
 * The message is sent to the exact origin of the opening page, so that browsers deliver it to no
 * other.
 */
const SCRIPT = `const said = JSON.parse(document.getElementById('said').textContent);
if (window.opener) {
  window.opener.postMessage(said.message, said.origin);
  window.close();
}`;
const STYLE = `:root { color-scheme: light dark } body { font: 1rem/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 30rem; padding: 0 1rem }`;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Built in one piece, because the hash covers each byte between the tags. */
const STYLE_TAG = safe(`<style>${STYLE}</style>`);
const SCRIPT_TAG = safe(`<script type="module">${SCRIPT}</script>`);

const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `script-src ${hashOf(SCRIPT)}`,
    `style-src ${hashOf(STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
};

/**
 * The last page of a sign-in by a provider.
 * @param origin of the page that opened the window; null when no page gets the message
 */
export function windowAnswer(
  message: WindowMessage,
  origin: string | null,
  language: Language,
  headers: Readonly<Record<string, string>> = {},
): Answer<string> {
  const { title, done, failed } = WORDS[language];
  const isDone = message.type !== 'colloquy:sign-in-failed';
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${STYLE_TAG}
      </head>
      <body>
        <p>${isDone ? done : failed}</p>
        ${
          origin !== null &&
          html`<script type="application/json" id="said">
              ${jsonIn({ message, origin })}
            </script>
            ${SCRIPT_TAG}`
        }
      </body>
    </html> `;
  return new Answer(isDone ? 200 : 400, page.text, { ...HEADERS, ...headers });
}
