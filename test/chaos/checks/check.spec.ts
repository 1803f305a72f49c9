import { type Attempt, type History, NOTHING, type SeenEvent } from '../history.js';
import { check } from './check.js';

const POST = 'post';

/** Two comments by one writer; one answer to the second got lost; one client saw everything. */
const GOOD: History = {
  ...NOTHING,
  attempts: [
    attempt({ key: 'c-1', commentId: 'one', answer: 'A' }),
    attempt({ key: 'c-2', outcome: 'info', commentId: undefined }),
    attempt({ key: 'c-2', commentId: 'two', answer: 'B' }),
  ],
  stored: [stored('one', 'c-1'), stored('two', 'c-2')],
  log: [logged(1, 'one'), logged(2, 'two')],
  heads: [{ postId: POST, from: 0, seq: 2 }],
  views: [{ proc: 'reader', postId: POST, from: 0, seen: [seen(1, 'one'), seen(2, 'two')] }],
};

describe('the checker', () => {
  it('finds nothing in a good history', () => {
    expect(check(GOOD)).toEqual([]);
  });

  it('finds nothing in an acknowledged comment that its author deleted', () => {
    const deleted = attempt({ op: 'delete', key: 'd-1', commentId: 'two' });
    const history = {
      ...GOOD,
      attempts: [...GOOD.attempts, deleted],
      stored: [stored('one', 'c-1')],
      log: [...GOOD.log, { ...logged(3, 'two'), type: 'comment.deleted' }],
      heads: [{ postId: POST, from: 0, seq: 3 }],
      views: [],
    };
    expect(check(history)).toEqual([]);
    const unasked = { ...history, attempts: GOOD.attempts };
    expect(broken(unasked)).toEqual(['no-ghosts']);
  });

  it('finds an acknowledged comment that is not stored', () => {
    const history = { ...GOOD, stored: [stored('one', 'c-1')], log: [logged(1, 'one')] };
    const [lost] = check({ ...history, heads: [], views: [] });
    expect(lost).toMatchObject({ invariant: 'acknowledged-is-stored', about: { key: 'c-2' } });
  });

  it('finds two comments of one key, and two answers', () => {
    const twice = { ...GOOD, stored: [...GOOD.stored, stored('three', 'c-2')] };
    expect(broken(twice)).toContain('one-row-a-key');
    const otherwise = attempt({ key: 'c-2', commentId: 'two', answer: 'C' });
    expect(broken({ ...GOOD, attempts: [...GOOD.attempts, otherwise] })).toEqual([
      'one-answer-a-key',
    ]);
    const otherStatus = attempt({ key: 'c-2', commentId: 'two', answer: 'B', status: 200 });
    expect(broken({ ...GOOD, attempts: [...GOOD.attempts, otherStatus] })).toEqual([
      'one-answer-a-key',
    ]);
  });

  it('finds a comment that nobody asked for, or that was refused', () => {
    const stranger = {
      ...GOOD,
      stored: [...GOOD.stored, stored('three', 'c-3')],
      log: [...GOOD.log, logged(3, 'three')],
      heads: [{ postId: POST, from: 0, seq: 3 }],
      views: [],
    };
    expect(broken(stranger)).toEqual(['no-ghosts']);
    const refused = attempt({ key: 'c-3', outcome: 'fail', commentId: undefined });
    expect(broken({ ...stranger, attempts: [...GOOD.attempts, refused] })).toEqual(['no-ghosts']);
    const unknown = attempt({ key: 'c-3', outcome: 'info', commentId: undefined });
    expect(broken({ ...stranger, attempts: [...GOOD.attempts, unknown] })).toEqual([]);
  });

  it.each([
    ['a hole', [logged(1, 'one'), logged(3, 'two')], 3, 2],
    ['a double', [logged(1, 'one'), logged(1, 'two'), logged(2, 'two')], 2, 2],
    ['a late beginning', [logged(2, 'two')], 2, 1],
    ['a head that is ahead', [logged(1, 'one'), logged(2, 'two')], 3, 3],
  ])('finds %s in the log', (_, log, seq, missing) => {
    const findings = check({ ...GOOD, log, heads: [{ postId: POST, from: 0, seq }], views: [] });
    expect(findings).toContainEqual(
      expect.objectContaining({
        invariant: 'gapless-log',
        about: { postId: POST, seq: missing },
      }),
    );
  });

  it('finds a comment without its creation, and a creation without its comment', () => {
    const silent = { ...GOOD, log: [logged(1, 'one')], heads: [], views: [] };
    expect(broken(silent)).toEqual(['one-creation-a-comment']);
    const empty = { ...GOOD, log: [...GOOD.log, logged(3, 'three')], heads: [], views: [] };
    expect(broken(empty)).toEqual(['one-creation-a-comment']);
  });

  it.each([
    ['missed', [seen(2, 'two')], 'missed 1'],
    ['missed at the end', [seen(1, 'one')], 'never saw seq 2'],
    ['came twice', [seen(1, 'one'), seen(1, 'one'), seen(2, 'two')], 'saw seq 1 after seq 1'],
    ['came out of order', [seen(2, 'two'), seen(1, 'one')], 'missed 1'],
    ['was of another comment', [seen(1, 'two'), seen(2, 'two')], 'is comment.created of one'],
    ['is not in the log', [seen(1, 'one'), seen(2, 'two'), seen(3, 'x')], 'does not have'],
  ])('finds an event that %s', (_, events, says) => {
    const views = [{ proc: 'reader', postId: POST, from: 0, seen: events }];
    expect(check({ ...GOOD, views })).toContainEqual(
      expect.objectContaining({
        invariant: 'views-are-whole',
        says: expect.stringContaining(says),
      }),
    );
  });

  it('lets a view begin later', () => {
    const views = [{ proc: 'reader', postId: POST, from: 1, seen: [seen(2, 'two')] }];
    expect(check({ ...GOOD, views })).toEqual([]);
  });

  it('finds a client that knows an old version', () => {
    const newer = { ...GOOD, stored: [stored('one', 'c-1', 2), stored('two', 'c-2')] };
    expect(broken(newer)).toEqual(['views-are-current']);
  });

  it('finds drift, leaks and what came after a ban', () => {
    const drift = [{ what: 'comment_count', id: POST, kept: '1', counted: '2' }];
    expect(broken({ ...GOOD, drift })).toEqual(['counters-equal-rows']);
    const leak = attempt({ op: 'leak', key: 'c-1', commentId: 'one', answer: undefined });
    expect(broken({ ...GOOD, attempts: [...GOOD.attempts, leak] })).toEqual([
      'nothing-removed-is-read',
    ]);
    const line = { t: 0, proc: 'socket', userId: 'u', within: 1_000 };
    const event = (after: number) => ({ ...line, what: 'event' as const, after });
    expect(check({ ...GOOD, afterBan: [event(999)] })).toEqual([]);
    expect(broken({ ...GOOD, afterBan: [event(1_001)] })).toEqual(['nothing-after-a-ban']);
    const returned = { ...line, what: 'returned' as const, after: 10 };
    expect(broken({ ...GOOD, afterBan: [returned] })).toEqual(['nothing-after-a-ban']);
  });
});

function broken(history: History): string[] {
  return [...new Set(check(history).map(({ invariant }) => invariant))];
}

function attempt(line: Partial<Attempt> & { key: string }): Attempt {
  return { t: 0, proc: 'writer', op: 'create', outcome: 'ok', status: 201, postId: POST, ...line };
}

function stored(id: string, key: string, version = 1) {
  return { id, key, postId: POST, status: 'published', version };
}

function logged(seq: number, commentId: string) {
  return { postId: POST, seq, type: 'comment.created', commentId };
}

function seen(seq: number, commentId: string): SeenEvent {
  return { seq, type: 'comment.created', commentId, version: 1 };
}
