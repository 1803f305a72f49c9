import { decide } from '../discussion/deciding.js';
import { ReasonForm } from './reason-form.js';
import type { Reason } from '../thread/outcome.js';

/** Removes a comment in place, with the reason that its author will read. */
export class Removal extends ReasonForm {
  protected override readonly shown = {
    part: 'removal',
    hint: 'removeHint',
    note: 'removeNote',
    send: 'remove',
  } as const;

  protected override send(reason: Reason, note: string): Promise<void> {
    return decide(this.context, this.comment, 'remove', { reason, ...(note ? { note } : {}) });
  }
}
