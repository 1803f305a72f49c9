import type { Subject } from '../data/thread-post.js';

export function storageKey(what: 'draft' | 'passage', subject: Subject): string {
  const name = 'post' in subject ? subject.post : subject.key ? `key ${subject.key}` : subject.url;
  return `colloquy:${what}:${name}`;
}

/** The storage key of a draft by its place: a comment's id, `edit-` and an id, or the top. */
export function draftKey(subject: Subject, account: string, place: string): string {
  return `${storageKey('draft', subject)}@${account}#${place}`;
}

/** The places of this thread at which this account has a draft. */
export function draftPlaces(subject: Subject, account: string): string[] {
  const prefix = draftKey(subject, account, '');
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys.map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}
