import { applyEvents } from './applied-events.js';
import { withPage, withReplies } from './further-pages.js';
import { type Thread, threadOf } from './thread-store.js';
import type { Comment, SentEvent } from './wire.js';

const comment = (id: string, parentId: string | null = null, replyCount = 0): Comment =>
  ({
    id,
    parentId,
    depth: 0,
    version: 1,
    status: 'published',
    createdAt: `2026-01-01T00:00:00.00${id}Z`,
    body: 'A text',
    html: '<p>A text</p>',
    pinned: false,
    quotes: [],
    replyCount,
    moreReplies: null,
  }) as unknown as Comment;

const first: Thread = threadOf(
  {
    post: { id: 'p', commentCount: 5 },
    seq: 1,
    epoch: 'e',
    items: [comment('1')],
    pinned: [],
    nextCursor: 'more',
  },
  'oldest',
);
const removed = (seq: number, id: string): SentEvent => ({
  seq,
  type: 'comment.removed',
  at: '',
  data: { comment: { ...comment(id), status: 'removed', version: 2 } },
});

describe('a page that is older than the events', () => {
  const told = applyEvents(first, [removed(2, '2'), removed(3, '4')]);
  const items = [comment('2', null, 1), comment('3', '2'), comment('4')];

  it('shows no text of a comment that they have hidden, nor the comment where nothing answers it', () => {
    const whole = withPage(told, { items, nextCursor: null });
    const shown = whole.items.map(({ id, status, body }) => [id, status, body]);
    expect(shown).toEqual([
      ['1', 'published', 'A text'],
      ['2', 'removed', null],
      ['3', 'published', 'A text'],
    ]);
    expect(whole.commentCount).toBe(3);
  });

  it('is the same for replies', () => {
    const { items: shown } = withReplies(told, '1', {
      items: [comment('4', '1')],
      nextCursor: null,
    });
    expect(shown.map(({ id }) => id)).toEqual(['1']);
  });

  it('shows a comment again once an event has restored it', () => {
    const whole = withPage(told, { items, nextCursor: null });
    const comment2 = { ...comment('2', null, 1), version: 3 };
    const event = { seq: 4, type: 'comment.restored', at: '', data: { comment: comment2 } };
    expect(applyEvents(whole, [event]).items[1].body).toBe('A text');
  });
});
