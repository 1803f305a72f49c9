import { unwrap } from '@colloquy/client';
import { service } from '../../parts/service.js';
import { ReasonForm } from './reason-form.js';
import type { Reason } from '../thread/outcome.js';

/** Reports a comment. Disagreement is a vote, and the form says so. */
export class Flag extends ReasonForm {
  protected override readonly shown = {
    part: 'flag',
    hint: 'flagHint',
    note: 'flagDetail',
    send: 'flagSend',
  } as const;

  protected override async send(reason: Reason, detail: string): Promise<void> {
    const { context, place } = this;
    unwrap(
      await service.api.POST('/api/v1/comments/{id}/flags', {
        params: { path: { id: this.comment.id } },
        body: { reason, ...(detail ? { detail } : {}) },
      }),
    );
    context.panels.tell(place, { text: context.words.t('flagged') });
    context.say('flagged');
    context.focusPlace(place);
  }
}
