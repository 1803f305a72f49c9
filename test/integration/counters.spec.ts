import fc from 'fast-check';
import { findDrift } from '../support/counters.js';
import { FULL } from '../support/full-form.js';
import { decide, flag } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';
import { vote } from '../support/votes.js';

const [SEQUENCES, OPERATIONS] = FULL ? [12, 500] : [2, 200];
const CLIENTS = 4;

/** Operations that yield 200, 201, 202, 204 and 409, whatever comes after. */
const OF_EACH_OUTCOME = ['create', 'vote', 'delete', 'create', 'restore', 'premoderate', 'create'];

/** The next operation of a client; `at` selects one of the earlier comments. */
const operation = fc.record({
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constant('create') },
    { weight: 6, arbitrary: fc.constant('reply') },
    ...['edit', 'delete', 'flag', 'premoderate', 'open'].map((what) => ({
      weight: 1,
      arbitrary: fc.constant(what),
    })),
    ...['vote', 'approve', 'remove', 'restore'].map((what) => ({
      weight: 3,
      arbitrary: fc.constant(what),
    })),
  ),
  post: fc.nat({ max: 1 }),
  by: fc.nat({ max: 2 }),
  at: fc.nat(),
});
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

interface Made {
  id: string;
  post: string;
  author: Person;
}

describe('counters', () => {
  const site = useSite({ people: { editor: 'admin' } });
  let members: Person[];
  let posts: string[];
  let made: Made[];

  beforeAll(async () => {
    members = [await register(site.app), await register(site.app), await register(site.app)];
  });

  /** @returns the status of the answer; an invalid operation is refused, and must change nothing */
  async function perform({ what, post, by, at }: Operation): Promise<number> {
    const member = members[by];
    if (what === 'premoderate' || what === 'open') {
      const mode = what === 'open' ? 'open' : 'premoderated';
      const path = `/api/v1/posts/${posts[post]}`;
      return (await site.app.request.patch(path).set(site.editor.auth).send({ mode })).status;
    }
    if (what === 'create' || made.length === 0) return create(member, posts[post]);
    const comment = made[at % made.length];
    const path = `/api/v1/comments/${comment.id}`;
    if (what === 'reply') return create(member, comment.post, comment.id);
    if (what === 'vote') return (await vote(site.app, member, comment.id, (at % 3) - 1)).status;
    if (what === 'flag') return (await flag(site.app, member, comment.id)).status;
    if (what === 'delete') {
      return (await site.app.request.delete(path).set(comment.author.auth)).status;
    }
    const seen = await site.app.request.get(path).set(site.editor.auth);
    if (seen.status === 404) return 404;
    const { version } = seen.body;
    if (what === 'edit') {
      const headers = { ...comment.author.auth, 'if-match': String(version) };
      return (
        await site.app.request
          .patch(path)
          .set(headers)
          .send({ body: `Edited ${at}` })
      ).status;
    }
    const reason = what === 'remove' ? { reason: 'spam' } : {};
    const decision = { action: what, version, ...reason };
    return (await decide(site.app, site.editor, `comments/${comment.id}`, decision)).status;
  }

  async function create(by: Person, post: string, parentId?: string): Promise<number> {
    const answer = await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(by.auth)
      .send({ body: 'A comment', ...(parentId ? { parentId } : {}) });
    if (answer.status < 300) made.push({ id: answer.body.id, post, author: by });
    return answer.status;
  }

  /**
   * Makes comments old enough for tombstones, so that chains of them appear. It waits for no lock,
   * as it is no act and follows no lock order.
   */
  const age = () =>
    site.database.query(
      `with free as (
         select id from comments where random() < 0.5 for no key update skip locked
       )
       update comments c set created_at = created_at - interval '1 minute' from free
       where c.id = free.id`,
    );

  /** @param first runs before the others, by one client */
  async function run(
    operations: readonly Operation[],
    clients: number,
    first: readonly Operation[] = [],
  ): Promise<Set<number>> {
    posts = [
      (await createPost(site.app, site.editor)).id,
      (await createPost(site.app, site.editor)).id,
    ];
    made = [];
    const statuses = new Set<number>();
    for (const next of first) statuses.add(await perform(next));
    const queue = [...operations];
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        for (let next = queue.shift(), turn = 1; next; next = queue.shift(), turn++) {
          statuses.add(await perform(next));
          if (client === 0 && turn % 10 === 0) await age();
        }
      }),
    );
    return statuses;
  }

  it('equal what the rows say after any sequence of acts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: 30, maxLength: 60 }),
        async (operations) => {
          const statuses = await run(operations, 1);
          expect([...statuses].filter((status) => status >= 500)).toEqual([]);
          expect(await findDrift(site.database)).toEqual([]);
        },
      ),
      { numRuns: SEQUENCES, endOnFailure: true },
    );
  });

  it(`equal what the rows say after ${OPERATIONS} acts of ${CLIENTS} clients at once`, async () => {
    const [operations] = fc.sample(
      fc.array(operation, { minLength: OPERATIONS, maxLength: OPERATIONS }),
      1,
    );
    const first = OF_EACH_OUTCOME.map((what) => ({ what, post: 0, by: 0, at: 1 }));
    const statuses = await run(operations, CLIENTS, first);
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
    // All kinds of outcomes occurred; otherwise the acts would prove little.
    expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 202, 204, 409]));
    expect(await findDrift(site.database)).toEqual([]);
  });

  it('that drifted are found', async () => {
    await run([{ what: 'create', post: 0, by: 0, at: 0 }], 1);
    await site.database.query(
      'update comments set reply_count = reply_count + 1, downvotes = downvotes + 1 where id = $1',
      [made[0].id],
    );
    await site.database.query(
      'update post_heads set comment_count = 7, seq = 9 where post_id = $1',
      [posts[0]],
    );
    const drift = await findDrift(site.database);
    expect(drift.map(({ what }) => what).sort()).toEqual([
      'comment_count',
      'reply_count',
      'seq',
      'votes',
    ]);
  });
});
