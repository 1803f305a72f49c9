import type { Act, Logged, PageRead } from './act.js';
import { judge } from './judge.js';

const ROOT = 'root';

/** Sequential acts: each is sent after the answer to the previous one. */
function acts(...some: Partial<Act>[]): Act[] {
  return some.map((act, at) => ({
    kind: 'create',
    client: 0,
    id: ROOT,
    parentId: null,
    version: 1,
    body: 'text',
    sent: 10 * at,
    answered: 10 * at + 5,
    told: '201',
    ok: true,
    becomes: 1,
    seq: null,
    ...act,
  }));
}

const CREATED: Logged = { seq: 1, type: 'comment.created', commentId: ROOT, version: 1 };
const REMOVED: Logged = { seq: 2, type: 'comment.removed', commentId: ROOT, version: 2 };
const REMOVE: Partial<Act> = { kind: 'remove', client: 2, becomes: 2 };
const SHOWN = {
  id: ROOT,
  parentId: null,
  status: 'published',
  version: 1,
  body: 'text',
  replyCount: 0,
};

function page(some: Partial<PageRead>): PageRead {
  return { client: 0, sent: 6, answered: 9, seq: 1, commentCount: 1, items: [SHOWN], ...some };
}

describe('the judge of a run', () => {
  it('has nothing to say of what happened one after the other', () => {
    const run = { acts: acts({}, REMOVE), log: [CREATED, REMOVED], pages: [page({})] };
    expect(judge(run)).toEqual([]);
  });

  it('takes a second deletion for none', () => {
    const reply = { id: 'reply', parentId: ROOT };
    const once: Partial<Act> = { kind: 'delete', told: '204', becomes: null };
    const log = [
      CREATED,
      { ...CREATED, seq: 2, commentId: 'reply' },
      { seq: 3, type: 'comment.deleted', commentId: ROOT, version: 2 },
    ];
    expect(judge({ acts: acts({}, reply, once, once), log, pages: [] })).toEqual([]);
  });

  it('finds an answer to what was removed before', () => {
    const reply = { id: 'reply', parentId: ROOT, client: 1 };
    const log = [CREATED, REMOVED, { ...CREATED, seq: 3, commentId: 'reply' }];
    expect(judge({ acts: acts({}, REMOVE, reply), log, pages: [] })).toEqual([
      expect.stringContaining('was done as event 3: 404 parent-not-found'),
    ]);
  });

  it('finds two decisions on one version', () => {
    const second = { ...REMOVED, seq: 3, version: 3 };
    const run = acts({}, REMOVE, { ...REMOVE, client: 3, becomes: 3 });
    expect(judge({ acts: run, log: [CREATED, REMOVED, second], pages: [] })[0]).toContain(
      '409 version-conflict, 409 decision-does-not-fit',
    );
  });

  it('finds what was refused without a reason at any moment of it', () => {
    const refused = { ...REMOVE, ok: false, told: '409 version-conflict', becomes: null };
    expect(judge({ acts: acts({}, refused), log: [CREATED], pages: [] })).toEqual([
      expect.stringContaining('was answered 409 version-conflict: never between 1 and 1'),
    ]);
  });

  it('finds what is acknowledged and not in the log, and what nobody did', () => {
    expect(judge({ acts: acts({}, REMOVE), log: [CREATED], pages: [] })).toHaveLength(1);
    expect(judge({ acts: acts({}), log: [CREATED, REMOVED], pages: [] })).toEqual([
      'Event 2, comment.removed, was done by nobody.',
    ]);
  });

  it('finds an order in which things did not happen', () => {
    const other = { ...CREATED, seq: 1, commentId: 'other' };
    const run = acts({}, { id: 'other', client: 1 });
    expect(judge({ acts: run, log: [other, { ...CREATED, seq: 2 }], pages: [] })).toHaveLength(2);
  });

  it('finds a page that is not the thread as it was at its seq', () => {
    const of = (read: Partial<PageRead>) =>
      judge({ acts: acts({}), log: [CREATED], pages: [page(read)] });
    expect(of({ commentCount: 0 })).toHaveLength(1);
    expect(of({ items: [] })).toHaveLength(1);
    expect(of({ items: [{ ...SHOWN, replyCount: 1 }] })).toHaveLength(1);
    expect(of({ seq: 2 })).toHaveLength(1);
  });
});
