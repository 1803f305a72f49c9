import type { Comment } from '@colloquy/client';
import { html, nothing } from 'lit';
import type { ThreadContext } from '../discussion/thread-context.js';

/** Shows the open panel of a place, or `closed` with the stored draft. The last notice is below. */
export function placeView(
  place: string,
  comment: Comment | null,
  context: ThreadContext,
  closed?: unknown,
): unknown {
  const panel = context.panels.at(place);
  const told = context.panels.told.get(place);
  return html`${panel ? context.views?.panelView(place, panel, comment, context) : closed}
  ${panel ? nothing : draftView(place, context)}
  ${
    told
      ? html`<p class="told" role=${told.alert ? 'alert' : 'status'} ?data-alert=${told.alert}>
          ${told.text}
        </p>`
      : nothing
  }`;
}

/** The link back to a draft that was started here. */
export function draftView(place: string, context: ThreadContext): unknown {
  const is = context.drafts.has(place) ? 'reply' : context.drafts.has(`edit-${place}`) && 'edit';
  return is
    ? html`<p class="told">
        <button class="plain" @click=${() => context.open(place, { is })}>
          ${context.words.t('draftSaved')}
        </button>
      </p>`
    : nothing;
}
