import type { PassageDraft } from '../data/article.js';
import { session } from '../../parts/session.js';
import type { Subject } from '../data/subject.js';
import { draftPlaces } from '../discussion/draft-places.js';
import { TOP } from '../discussion/open-panels.js';

/** Stores the passage of an unsent comment beside its draft, while somebody is signed in. */
export class KeptPassage {
  private readonly key: string;
  private stored: PassageDraft | null | undefined;

  constructor(private readonly subject: Subject) {
    this.key = `colloquy:passage:${'post' in subject ? subject.post : subject.url}`;
  }

  read(): PassageDraft | null {
    if (!draftPlaces(this.subject).includes(TOP)) return null;
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? 'null') as PassageDraft | null;
    } catch {
      return null;
    }
  }

  /** Called after each rendering, since a sign-in may come between. */
  keep(about: PassageDraft | null): void {
    const wanted = session.user ? about : null;
    if (wanted === this.stored) return;
    this.stored = wanted;
    try {
      if (wanted) localStorage.setItem(this.key, JSON.stringify(wanted));
      else localStorage.removeItem(this.key);
    } catch {
      // A browser that stores nothing keeps it as long as the page is open.
    }
  }
}
