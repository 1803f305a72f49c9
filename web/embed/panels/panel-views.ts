import type { Comment } from '@colloquy/client';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import type { Panel } from '../discussion/open-panels.js';
import { Barred } from './barred.js';
import { Composer } from './composer.js';
import { GuestEntry } from './guest-entry.js';
import { History } from './history.js';
import { menuView } from './comment-menu-view.js';
import { ReasonForm } from './reason-form.js';
import { CodeStep, StepUp } from './code-step.js';
import { SignIn } from './sign-in.js';
import { TermsAsk } from './terms-ask.js';
import { UpdateForm } from './update-form.js';

export { awaitingView, heldView, lockView, ownView } from './waiting-views.js';
export { barredView } from './barred-view.js';
export { panelSheet } from './panel-sheet.js';

for (const [name, element] of Object.entries({
  'colloquy-barred': Barred,
  'colloquy-composer': Composer,
  'colloquy-guest-entry': GuestEntry,
  'colloquy-history': History,
  'colloquy-reason-form': ReasonForm,
  'colloquy-code-step': CodeStep,
  'colloquy-sign-in': SignIn,
  'colloquy-step-up': StepUp,
  'colloquy-terms-ask': TermsAsk,
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
        .former=${panel.former}
      ></colloquy-sign-in>`;
    case 'terms':
      return html`<colloquy-terms-ask
        .context=${context}
        .place=${place}
        .terms=${panel.terms}
        .goOn=${panel.goOn}
      ></colloquy-terms-ask>`;
    case 'step-up':
      return html`<colloquy-step-up
        .context=${context}
        .place=${place}
        .goOn=${panel.goOn}
      ></colloquy-step-up>`;
    case 'reply':
    case 'edit':
      return keyed(
        panel.restored,
        html`<colloquy-composer
          .context=${context}
          .place=${place}
          .comment=${comment}
          .editing=${panel.is === 'edit'}
          .quote=${panel.is === 'reply' ? panel.quote : undefined}
        ></colloquy-composer>`,
      );
    case 'menu':
      return comment && menuView(place, comment, context);
    case 'flag':
    case 'remove':
      return keyed(
        panel.kept,
        html`<colloquy-reason-form
          .context=${context}
          .place=${place}
          .comment=${comment}
          .panel=${panel}
        ></colloquy-reason-form>`,
      );
    case 'barred':
      return html`<colloquy-barred .context=${context} .place=${place}></colloquy-barred>`;
    case 'history':
      return html`<colloquy-history
        .context=${context}
        .place=${place}
        .comment=${comment}
      ></colloquy-history>`;
    case 'update':
      return context.article
        ? html`<colloquy-update-form .context=${context} .place=${place}></colloquy-update-form>`
        : nothing;
  }
}
