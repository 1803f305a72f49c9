import { type IdempotencyKey, idempotencyKeyOf, keyed } from '../../acts/idempotency-key.js';
import { memberIn } from './current-viewer.js';
import type { Member } from './viewer.js';

/** The member who requests an act, with the idempotency key of the request; null if it has none. */
export interface Asker extends Member {
  readonly idempotencyKey: IdempotencyKey | null;
}

/** Like `CurrentMember`, on routes that accept an `Idempotency-Key`. */
export const CurrentAsker = keyed((context): Asker => ({
  idempotencyKey: idempotencyKeyOf(context),
  ...memberIn(context),
}));
