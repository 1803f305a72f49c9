import type { Subject } from '../data/subject.js';

export function draftPrefix(subject: Subject): string {
  return `colloquy:draft:${'post' in subject ? subject.post : subject.url}#`;
}

/** Where drafts of this thread are: by the id of a comment or the top; edits are `edit-…`. */
export function draftPlaces(subject: Subject): string[] {
  const prefix = draftPrefix(subject);
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys.map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}
