import { newKey } from '@colloquy/client';
import type { Subject } from '../data/subject.js';
import type { Quote } from '../discussion/open-panels.js';
import { draftPrefix } from '../discussion/draft-places.js';

/** A text that is not sent yet, and the key under which it was tried to send. */
export interface Draft {
  readonly body: string;
  readonly key: string | null;
  /** The other fields of the request that was tried, as text. */
  readonly beside?: string;
  readonly quotes?: readonly Quote[];
}

/** Drafts of one thread, kept on the device from the first letter until they are sent. */
export class Drafts {
  private readonly prefix: string;

  constructor(subject: Subject) {
    this.prefix = draftPrefix(subject);
  }

  read(place: string): Draft | null {
    try {
      return JSON.parse(localStorage.getItem(this.prefix + place) ?? 'null') as Draft | null;
    } catch {
      return null;
    }
  }

  /** Another text is another act: it gets another key when it is sent. */
  write(place: string, body: string, quotes: readonly Quote[] = []): void {
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
    try {
      localStorage.removeItem(this.prefix + place);
    } catch {
      // Nothing was stored.
    }
  }

  private store(place: string, draft: Draft): void {
    try {
      localStorage.setItem(this.prefix + place, JSON.stringify(draft));
    } catch {
      // A browser that stores nothing keeps the text in its field.
    }
  }
}
