import type { PassageDraft } from '../data/article.js';
import { session } from '../../parts/session.js';
import type { Subject } from '../data/thread-post.js';
import { store, stored } from '../../parts/kept-marks.js';
import { draftPlaces, storageKey } from '../discussion/device-storage.js';
import { TOP } from '../discussion/open-panels.js';

/** Stores the passage of an unsent comment beside its draft, for the account that writes it. */
export class KeptPassage {
  private kept: PassageDraft | null | undefined;

  constructor(private readonly subject: Subject) {}

  /** The passage of the resumed draft. */
  read(): PassageDraft | null {
    return this.hasDraft ? stored(this.key) : null;
  }

  /** Called after each rendering. A form closed with its draft keeps the stored passage. */
  keep(about: PassageDraft | null, isWriting: boolean): void {
    if (!session.user || (!isWriting && this.hasDraft) || about === this.kept) return;
    this.kept = about;
    store(this.key, about);
  }

  private get hasDraft(): boolean {
    return session.user !== null && draftPlaces(this.subject, session.user.id).includes(TOP);
  }

  private get key(): string {
    return `${storageKey('passage', this.subject)}@${session.user?.id}`;
  }
}
