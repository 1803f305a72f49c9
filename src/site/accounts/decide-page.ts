import { REASONS } from '../../comments/shape/reason-codes.js';
import { html, type Html } from '../../text/html/html.js';
import type { Language } from '../../text/plain/languages.js';
import { SOMEBODY } from '../../text/plain/somebody.js';
import { pageOf } from '../frame/page-frame.js';
import { REASON_WORDS } from '../frame/reason-words.js';
import { en } from './decide-words-en.js';
import { lv } from './decide-words-lv.js';
import { ru } from './decide-words-ru.js';
import type { DecideWords } from './decide-words.js';

const WORDS: Readonly<Record<Language, DecideWords>> = { en, lv, ru };

/**
 * The page of a decision link in a mail to staff: the current state of the comment, and one button.
 * The script contains no texts: all of them are in the page.
 */
export function decidePage(language: Language, publicUrl: string): string {
  const words = WORDS[language];
  const { title, lead } = words;
  return pageOf({
    title,
    description: lead,
    language,
    publicUrl,
    canonical: null,
    script: 'decide.js',
    content: html`<section class="account">
      <h1>${title}</h1>
      <noscript><p>${words.noScript}</p></noscript>
      <div class="said" id="said" role="status" tabindex="-1"></div>
      <div id="comment" hidden>
        <p>
          <b data-from="author" data-somebody="${SOMEBODY[language]}"></b> –
          <a data-from="title"></a>
        </p>
        <blockquote data-from="text"></blockquote>
        <ul id="why"></ul>
      </div>
      <form
        method="post"
        novalidate
        hidden
        data-approve="${words.approve}"
        data-keep="${words.keep}"
        data-remove="${words.remove}"
        data-sending="${words.sending}"
        data-again="${words.again}"
      >
        <p>${lead}</p>
        <div class="field" hidden>
          <label for="reason">${words.reason}</label>
          <select id="reason" name="reason">
            ${optionsIn(language)}
          </select>
        </div>
        <button type="submit">${words.approve}</button>
      </form>
      <p id="undo" hidden><button type="button" class="quiet">${words.undo}</button></p>
      ${Object.entries(words.said).map(([key, text]) => html`<template data-say="${key}"><p>${text}</p></template>`)}
      ${Object.entries(words.rules).map(([rule, text]) => html`<template data-line="${rule}"><li>${text}</li></template>`)}
      ${lineWithCount('reports', words.reports)} ${lineWithCount('notices', words.notices)}
    </section>`,
  });
}

function optionsIn(language: Language): Html[] {
  return REASONS.map(
    (reason) => html`<option value="${reason}">${REASON_WORDS[language][reason]}</option>`,
  );
}

/** A line with a placeholder for a number, filled from the response. */
function lineWithCount(name: string, text: string): Html {
  const [before, after = ''] = text.split('{count}', 2);
  return html`<template data-line="${name}"
    ><li>${before}<b data-from="count"></b>${after}</li></template
  >`;
}
