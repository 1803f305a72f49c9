import type { components } from '@colloquy/client';
import { html } from 'lit';
import { reasonKey } from '../thread/reason-key.js';
import type { Localizer } from '../words/localizer.js';

export type Reason = components['schemas']['FlagCommentDto']['reason'];

const REASONS: readonly Reason[] = [
  'abusive',
  'offensive',
  'harassment',
  'hate',
  'spam',
  'advertising',
  'off_topic',
  'misinformation',
  'personal_data',
  'illegal',
  'other',
];

/** The one list of reasons, of reports and of removals. */
export function reasonsView(place: string, { t }: Localizer): unknown {
  return html`<fieldset class="reasons">
    <legend>${t('reason')}</legend>
    ${REASONS.map(
      (reason, index) =>
        html`<label
          ><input
            type="radio"
            name="reason"
            value=${reason}
            required
            ?autofocus=${index === 0}
            id=${`reason-${reason}-${place}`}
          />${t(reasonKey(reason)!)}</label
        >`,
    )}
  </fieldset>`;
}
