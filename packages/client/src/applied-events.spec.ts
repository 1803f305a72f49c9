import { applyEvents, withHidden, withReadAgain } from './applied-events.js';
import { type Thread, threadOf } from './thread-store.js';
import type { Comment, SentEvent } from './wire.js';

const comment = (id: string, quoted: string | null = null): Comment =>
  ({
    id,
    parentId: null,
    depth: 0,
    version: 1,
    status: 'published',
    createdAt: `2026-01-01T00:00:00.00${id}Z`,
    pinned: false,
    quotes: quoted === null ? [] : [{ commentId: quoted, state: 'present', text: 'As it was' }],
  }) as unknown as Comment;

/** A source, a comment that quotes it, one without quotes; `pinned` is on no loaded page. */
const thread: Thread = threadOf(
  {
    post: { id: 'p', commentCount: 4 },
    seq: 1,
    epoch: 'e',
    items: [comment('1'), comment('2', '1'), comment('3')],
    pinned: [{ ...comment('4', '1'), pinned: true }],
    nextCursor: 'more',
  },
  'oldest',
);
const changed = (seq: number, data: SentEvent['data']): SentEvent => ({
  seq,
  type: 'quotes.changed',
  at: '',
  data,
});

describe('comments of which the quotes have changed', () => {
  it('are those that are named and shown, also where they stand among the pinned ones alone', () => {
    const named = changed(2, { commentIds: ['2', '4', '9'] });
    expect(applyEvents(thread, [named]).outdated).toEqual([
      { id: '2', seq: 2 },
      { id: '4', seq: 2 },
    ]);
  });

  it('are all that quote something where the service names none, and the events behind count', () => {
    const edited = { ...comment('3'), version: 2, body: 'Third, corrected' };
    const behind = { seq: 3, type: 'comment.edited', at: '', data: { comment: edited } };
    const { outdated, items, seq } = applyEvents(thread, [changed(2, {}), behind]);
    expect(outdated.map(({ id }) => id)).toEqual(['2', '4']);
    expect({ seq, body: items[2].body }).toEqual({ seq: 3, body: 'Third, corrected' });
  });

  it('are not overwritten by an answer that is older than the last change', () => {
    const quoting = (text: string | null) =>
      ({ ...comment('2', '1'), quotes: [{ commentId: '1', text }] }) as unknown as Comment;
    const edited = applyEvents(thread, [changed(2, { commentIds: ['2'] })]);
    const removed = applyEvents(edited, [changed(3, { commentIds: ['2'] })]);
    const textOf = ({ items }: Thread) => items[1].quotes[0].text;

    const second = withReadAgain(removed, removed.outdated, [quoting(null)]);
    const first = withReadAgain(second, edited.outdated, [quoting('The text before its removal')]);
    expect({ text: textOf(first), outdated: first.outdated }).toEqual({ text: null, outdated: [] });

    const early = withReadAgain(removed, edited.outdated, [quoting('The text before its removal')]);
    expect({ text: textOf(early), outdated: early.outdated }).toEqual({
      text: 'As it was',
      outdated: [{ id: '2', seq: 3 }],
    });
  });
});

describe('a comment that was hidden before its event came', () => {
  const gone = { ...comment('1'), status: 'deleted' as const };
  const event = { seq: 2, type: 'comment.deleted', at: '', data: { comment: gone } };

  it('is gone at once, and its event counts it no more', () => {
    const hidden = withHidden(thread, gone);
    expect(hidden.items.map(({ id }) => id)).toEqual(['2', '3']);
    expect(hidden.items[0].quotes[0].text).toBeNull();
    expect(hidden.commentCount).toBe(3);
    expect(applyEvents(hidden, [event])).toEqual({ ...hidden, seq: 2 });
  });

  it('stands among the pinned ones no more', () => {
    const pinned = { ...comment('4', '1'), status: 'deleted' as const };
    expect(withHidden(thread, pinned).pinned).toEqual([]);
  });
});
