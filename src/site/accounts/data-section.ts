import { html, type Html } from '../../text/html/html.js';
import type { DataWords } from './data-words.js';

/** The section of the account page for exporting data and erasing the account. */
export function dataSection(words: DataWords): Html {
  return html`<h2>${words.title}</h2>
    <p>${words.hint}</p>
    <p><button type="button" class="quiet" data-act="take">${words.take}</button></p>
    <p data-part="closing" hidden>
      <b>${words.closing} <span data-part="due"></span>.</b>
      <button type="button" class="quiet" data-act="keep">${words.keep}</button>
    </p>
    <div data-part="held-back" hidden>
      <p>${words.heldBack}</p>
      <ul
        data-part="evidence"
        data-comment="${words.heldAbout.comment}"
        data-account="${words.heldAbout.account}"
        data-report="${words.heldAbout.report}"
      ></ul>
      <template data-row="evidence"
        ><li>
          <span data-from="about"></span>, ${words.heldUntil} <span data-from="until"></span>:
          <span data-from="reason" dir="auto"></span></li
      ></template>
    </div>
    <details data-part="erase">
      <summary>${words.erase}</summary>
      <p>${words.eraseHint}</p>
      <form method="post" novalidate data-form="erase" data-sending="${words.sending}">
        <fieldset>
          <legend>${words.comments}</legend>
          ${choice('anonymise', words.anonymise, true)} ${choice('remove', words.remove, false)}
        </fieldset>
        <div class="field" data-part="erase-password">
          <label>
            ${words.password}
            <input
              name="current"
              type="password"
              autocomplete="current-password"
              autocapitalize="none"
              required
            />
          </label>
        </div>
        <button type="submit">${words.eraseNow}</button>
      </form>
    </details>`;
}

function choice(value: string, text: string, checked: boolean): Html {
  const input = checked
    ? html`<input type="radio" name="comments" value="${value}" checked />`
    : html`<input type="radio" name="comments" value="${value}" />`;
  return html`<label>${input} ${text}</label>`;
}
