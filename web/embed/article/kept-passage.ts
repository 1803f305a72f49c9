import type { PassageDraft } from '../data/article.js';
import { session } from '../../parts/session.js';
import type { Subject } from '../data/thread-post.js';
import { draftPlaces, storageKey, store, stored } from '../discussion/device-storage.js';
import { TOP } from '../discussion/open-panels.js';

/** Stores the passage of an unsent comment beside its draft, while somebody is signed in. */
export class KeptPassage {
  private readonly key: string;
  private kept: PassageDraft | null | undefined;

  constructor(private readonly subject: Subject) {
    this.key = storageKey('passage', subject);
  }

  read(): PassageDraft | null {
    return draftPlaces(this.subject).includes(TOP) ? stored(this.key) : null;
  }

  /** Called after each rendering, since a sign-in may come between. */
  keep(about: PassageDraft | null): void {
    const wanted = session.user ? about : null;
    if (wanted === this.kept) return;
    this.kept = wanted;
    store(this.key, wanted);
  }
}
