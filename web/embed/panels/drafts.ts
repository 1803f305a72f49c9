import { newKey } from '@colloquy/client';
import { store, stored } from '../../parts/kept-marks.js';
import type { Subject } from '../data/thread-post.js';
import { draftKey } from '../discussion/device-storage.js';
import type { Quote } from '../discussion/open-panels.js';

/** A text that is not sent yet, and the key under which it was tried to send. */
export interface Draft {
  readonly body: string;
  readonly key: string | null;
  /** The other fields of the request that was tried, as text. */
  readonly beside?: string;
  readonly quotes?: readonly Quote[];
}

/** One account's drafts of one thread, kept on the device from the first letter until they are sent. */
export class Drafts {
  constructor(
    private readonly subject: Subject,
    private readonly account: string,
  ) {}

  read(place: string): Draft | null {
    return stored(draftKey(this.subject, this.account, place));
  }

  /** Another text is another act: it gets another key when it is sent. */
  write(place: string, body: string, quotes: readonly Quote[]): void {
    if (body === '' && quotes.length === 0) this.forget(place);
    else this.store(place, { body, key: null, quotes });
  }

  /** The key under which this text is sent, now and when it is tried again. */
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

  /** Keeps a draft as it was, or none. */
  store(place: string, draft: Draft | null): void {
    store(draftKey(this.subject, this.account, place), draft);
  }
}
