import type { PassageDraft } from '../data/passage.js';
import { session } from '../data/session.js';
import type { Subject } from '../data/subject.js';

/** Keeps the passage of a comment that is not sent yet beside its draft, for whoever is signed in. */
export class AboutKeeper {
  private readonly key: string;

  constructor(subject: Subject) {
    this.key = `colloquy:passage:${'post' in subject ? subject.post : subject.url}`;
  }

  read(): PassageDraft | null {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? 'null') as PassageDraft | null;
    } catch {
      return null;
    }
  }

  keep(about: PassageDraft | null): void {
    try {
      if (about && session.user) localStorage.setItem(this.key, JSON.stringify(about));
      else localStorage.removeItem(this.key);
    } catch {
      // A browser that stores nothing keeps it as long as the page is open.
    }
  }
}
