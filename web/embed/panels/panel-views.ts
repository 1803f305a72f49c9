import type { Comment } from '@colloquy/client';
import { html, nothing } from 'lit';
import type { ThreadContext } from '../discussion/context.js';
import { type Panel, TOP } from '../discussion/open-panels.js';
import { Composer } from './composer.js';
import { Flag } from './flag.js';
import { History } from './history.js';
import { menuView } from './menu-view.js';
import { Removal } from './removal.js';
import { SignIn } from './sign-in.js';
import { UpdateForm } from './update-form.js';

export { awaitingView, heldView } from './held-view.js';
export { ownView } from './own-view.js';
export { panelSheet } from './panel-sheet.js';

for (const [name, element] of Object.entries({
  'colloquy-composer': Composer,
  'colloquy-flag': Flag,
  'colloquy-history': History,
  'colloquy-removal': Removal,
  'colloquy-sign-in': SignIn,
  'colloquy-update-form': UpdateForm,
}))
  if (!customElements.get(name)) customElements.define(name, element);

/** The open panel below a comment, or at the top if `comment` is null. */
export function panelView(
  place: string,
  panel: Panel,
  comment: Comment | null,
  context: ThreadContext,
): unknown {
  switch (panel.is) {
    case 'sign-in':
      return html`<colloquy-sign-in
        .context=${context}
        .place=${place}
        .goOn=${panel.goOn}
      ></colloquy-sign-in>`;
    case 'reply':
    case 'edit':
      return html`<colloquy-composer
        .context=${context}
        .place=${place}
        .comment=${comment}
        .editing=${panel.is === 'edit'}
        .about=${place === TOP ? (context.article?.about ?? null) : null}
        .post=${context.discussion.post}
        .slowMode=${context.reader.slowMode}
        .quote=${panel.is === 'reply' ? panel.quote : undefined}
      ></colloquy-composer>`;
    case 'menu':
      return comment && menuView(place, comment, context);
    case 'flag':
      return html`<colloquy-flag
        .context=${context}
        .place=${place}
        .comment=${comment}
      ></colloquy-flag>`;
    case 'history':
      return html`<colloquy-history
        .context=${context}
        .place=${place}
        .comment=${comment}
      ></colloquy-history>`;
    case 'remove':
      return html`<colloquy-removal
        .context=${context}
        .place=${place}
        .comment=${comment}
      ></colloquy-removal>`;
    case 'update':
      return html`<colloquy-update-form
        .context=${context}
        .place=${place}
        .draft=${context.article?.draft ?? null}
      ></colloquy-update-form>`;
    default:
      return nothing;
  }
}
