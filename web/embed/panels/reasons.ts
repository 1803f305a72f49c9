import { html } from 'lit';
import { REASONS } from '../thread/outcome.js';
import type { Localizer } from '../words/localizer.js';

/** One of the reasons is to be chosen. */
export function reasonsView(place: string, { t }: Localizer): unknown {
  return html`<fieldset class="reasons">
    <legend>${t('reason')}</legend>
    ${Object.entries(REASONS).map(
      ([reason, word], index) =>
        html`<label
          ><input
            type="radio"
            name="reason"
            value=${reason}
            required
            ?autofocus=${index === 0}
            id=${`reason-${reason}-${place}`}
          />${t(word)}</label
        >`,
    )}
  </fieldset>`;
}
