import type { Comment } from '@colloquy/client';
import { html, nothing } from 'lit';
import type { ThreadContext } from '../discussion/thread-context.js';

/** A place for panels: the open one, else `closed`, and the last notice. */
export function placeView(
  place: string,
  comment: Comment | null,
  context: ThreadContext,
  closed?: unknown,
): unknown {
  const panel = context.panels.at(place);
  const told = context.panels.told.get(place);
  return html`${panel ? context.views?.panelView(place, panel, comment, context) : closed}
  ${
    told
      ? html`<p class="told" role=${told.alert ? 'alert' : 'status'} ?data-alert=${told.alert}>
          ${told.text}
        </p>`
      : nothing
  }`;
}
