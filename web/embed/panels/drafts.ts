import { newKey } from '@colloquy/client';
import { store, stored } from '../../parts/kept-marks.js';
import type { Subject } from '../data/thread-post.js';
import { draftKey } from '../discussion/device-storage.js';
import type { Quote } from '../discussion/open-panels.js';

/** An unsent text, and the idempotency key of its last attempt. */
export interface Draft {
  readonly body: string;
  readonly key: string | null;
  /** The other fields of the attempted request, as text. */
  readonly beside?: string;
  readonly quotes?: readonly Quote[];
}

/** One account's drafts in one thread, stored on the device until they are sent. */
export class Drafts {
  constructor(
    private readonly subject: Subject,
    private readonly account: string,
  ) {}

  read(place: string): Draft | null {
    return stored(draftKey(this.subject, this.account, place));
  }

  /** A changed text is another act, so it gets a new key when it is sent. */
  write(place: string, body: string, quotes: readonly Quote[]): void {
    if (body === '' && quotes.length === 0) this.forget(place);
    else this.store(place, { body, key: null, quotes });
  }

  /** The key for sending this text, now and in later attempts. */
  keyFor(place: string, body: string, beside = 'null'): string {
    const draft = this.read(place);
    const same = draft?.body === body && (draft.beside ?? 'null') === beside;
    if (draft?.key && same) return draft.key;
    const key = newKey();
    this.store(place, { ...draft, body, key, beside });
    return key;
  }

  forget(place: string): void {
    this.store(place, null);
  }

  /** Stores a draft unchanged; null removes it. */
  store(place: string, draft: Draft | null): void {
    store(draftKey(this.subject, this.account, place), draft);
  }
}
