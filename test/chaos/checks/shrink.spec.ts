import { type Attempt, type History, linesOf, NOTHING } from '../history.js';
import { check } from './check.js';
import { shrink } from './shrink.js';

const POST = 'post';
const COMMENTS = 200;

/** A long run without a fault: each comment takes two attempts, and two clients see everything. */
const LONG: History = {
  ...NOTHING,
  attempts: numbers().flatMap((n): Attempt[] => [
    { t: n, proc: 'w', op: 'create', key: `c-${n}`, outcome: 'info', postId: POST },
    {
      t: n,
      proc: 'w',
      op: 'create',
      key: `c-${n}`,
      outcome: 'ok',
      status: 201,
      answer: `A${n}`,
      postId: POST,
      commentId: `id-${n}`,
    },
  ]),
  stored: numbers().map((n) => ({
    id: `id-${n}`,
    key: `c-${n}`,
    postId: POST,
    status: 'published',
    version: 1,
  })),
  log: numbers().map((n) => event(n)),
  heads: [{ postId: POST, from: 0, seq: COMMENTS }],
  views: ['x', 'y'].map((proc) => ({
    proc,
    postId: POST,
    from: 0,
    seen: numbers().map((n) => ({ ...event(n), version: 1 })),
  })),
};

describe('shrinking', () => {
  it('begins with a history in which nothing is wrong', () => {
    expect(check(LONG)).toEqual([]);
  });

  it('shows a lost comment by its acknowledgement alone', () => {
    const lost = { ...LONG, stored: LONG.stored.filter(({ id }) => id !== 'id-77') };
    const finding = check(lost).find(({ invariant }) => invariant === 'acknowledged-is-stored')!;
    const short = shrink(lost, finding);
    expect(short.attempts).toEqual([
      expect.objectContaining({ key: 'c-77', outcome: 'ok', commentId: 'id-77' }),
    ]);
    expect(short.stored).toEqual([]);
    expect(check(short)).toContainEqual(finding);
  });

  it('shows a missed event by its neighbours in the log and in one view', () => {
    const [x, y] = LONG.views;
    const seen = x.seen.filter(({ seq }) => seq !== 120);
    const gap = { ...LONG, views: [{ ...x, seen }, y] };
    const [finding] = check(gap);
    const short = shrink(gap, finding);
    expect(short.log.map(({ seq }) => seq)).toEqual([119, 120, 121]);
    expect(short.views).toEqual([
      expect.objectContaining({
        proc: 'x',
        from: 118,
        seen: [expect.objectContaining({ seq: 119 }), expect.objectContaining({ seq: 121 })],
      }),
    ]);
    expect(short.attempts).toEqual([]);
    expect(check(short)).toContainEqual(finding);
  });

  it('shows a hole in the log by its neighbours', () => {
    const hole = { ...LONG, log: LONG.log.filter(({ seq }) => seq !== 50), views: [] };
    const finding = check(hole).find(({ invariant }) => invariant === 'gapless-log')!;
    const short = shrink(hole, finding);
    expect(short.log.map(({ seq }) => seq)).toEqual([49, 51]);
    expect(check(short)).toContainEqual(finding);
  });

  it('shows two answers of a key by two of them', () => {
    const other = { ...LONG.attempts[1], answer: 'otherwise' };
    const twice = { ...LONG, attempts: [...LONG.attempts, other, { ...other }] };
    const [finding] = check(twice);
    const answers = shrink(twice, finding).attempts.map(({ answer }) => answer);
    expect(answers).toEqual(['A1', 'otherwise']);
  });

  it('is written one object a line', () => {
    const lines = [...linesOf({ ...NOTHING, log: [event(1)], views: [LONG.views[0]] })];
    expect(lines).toHaveLength(1 + 1 + COMMENTS);
    expect(lines.map((line) => JSON.parse(line).kind).slice(0, 3)).toEqual(['log', 'view', 'see']);
  });
});

function numbers(): number[] {
  return Array.from({ length: COMMENTS }, (_, at) => at + 1);
}

function event(n: number) {
  return { postId: POST, seq: n, type: 'comment.created', commentId: `id-${n}` };
}
