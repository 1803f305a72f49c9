import { assertDeletable, assertEditable, assertFlaggable } from './comment-permissions.js';
import {
  CommentGone,
  CommentNotPublished,
  EditWindowClosed,
  OwnComment,
  VersionMismatch,
} from './comments.errors.js';

const now = new Date();
const LONG_AGO = new Date(now.getTime() - 25 * 3_600_000);
const FRESH = { status: 'published', version: 3, createdAt: now } as const;

describe('an author', () => {
  it('edits the version that they saw, for a day after it was published', () => {
    expect(() => assertEditable(FRESH, 3)).not.toThrow();
    expect(() => assertEditable(FRESH, 2)).toThrow(VersionMismatch);
    const almost = new Date(now.getTime() - 23 * 3_600_000);
    expect(() => assertEditable({ ...FRESH, createdAt: almost }, 3)).not.toThrow();
    expect(() => assertEditable({ ...FRESH, createdAt: LONG_AGO }, 3)).toThrow(EditWindowClosed);
  });

  it('edits what nobody has read yet, however old it is', () => {
    const held = { ...FRESH, status: 'held', createdAt: LONG_AGO } as const;
    expect(() => assertEditable(held, 3)).not.toThrow();
  });

  it('changes nothing of a comment that was removed', () => {
    expect(() => assertEditable({ ...FRESH, status: 'removed' }, 3)).toThrow(CommentGone);
    expect(() => assertEditable({ ...FRESH, status: 'deleted' }, 3)).toThrow(CommentGone);
    expect(() => assertDeletable({ status: 'removed' })).toThrow(CommentGone);
    expect(() => assertDeletable({ status: 'deleted' })).not.toThrow();
  });
});

describe('a report', () => {
  const author = { id: 'author' } as never;

  it('is about a published comment of somebody else', () => {
    expect(() => assertFlaggable({ status: 'published', author }, { id: 'me' })).not.toThrow();
    expect(() => assertFlaggable({ status: 'held', author }, { id: 'me' })).toThrow(
      CommentNotPublished,
    );
    expect(() => assertFlaggable({ status: 'published', author }, { id: 'author' })).toThrow(
      OwnComment,
    );
  });

  it('is taken where the author is not shown, and says in a refusal what it cannot be', () => {
    const nobody = { status: 'published', author: null } as const;
    expect(() => assertFlaggable(nobody, { id: 'me' })).not.toThrow();
    for (const refused of [
      { status: 'held', author } as const,
      { status: 'published', author: { id: 'me' } as never } as const,
    ])
      expect(() => assertFlaggable(refused, { id: 'me' })).toThrow('reported');
  });
});
