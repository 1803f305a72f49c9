import fc from 'fast-check';
import { wilsonLowerBound } from '../../src/comments/votes/scoring.js';
import type { VoteValue } from '../../src/comments/votes/votes.dto.js';
import { VotesService } from '../../src/comments/votes/votes.service.js';
import type { Member } from '../../src/users/viewer/viewer.js';
import { FULL } from '../support/full-form.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';
import { makeVoters, untilSettled } from '../support/votes.js';

interface Counts {
  upvotes: number;
  downvotes: number;
}

const [VOTERS, WALKS] = FULL ? [5_000, 25] : [1_000, 8];

describe('votes at the same time', () => {
  const site = useSite({ people: { editor: 'admin', author: 'member' }, nodes: 2 });
  let services: VotesService[];
  let post: string;

  beforeAll(async () => {
    services = site.nodes.map((node) => node.app.get(VotesService, { strict: false }));
    post = (await createPost(site.nodes[0], site.editor)).id;
  });

  async function makeComments(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let at = 0; at < count; at++)
      ids.push((await say(site.nodes[0], site.author, post, `Comment ${at}`)).id);
    return ids;
  }

  const cast = (node: number, voter: Member, id: string, value: VoteValue) =>
    services[node].vote({ ...voter, idempotencyKey: null }, id, value);

  async function countsOf(ids: readonly string[]): Promise<Counts[]> {
    return site.database.query<Counts>(
      `select upvotes, downvotes from unnest($1::uuid[]) with ordinality as asked (id, place)
         join comments using (id) order by place`,
      [ids],
    );
  }

  /** Counted from the vote rows only. */
  async function countRows(ids: readonly string[]): Promise<Counts[]> {
    return site.database.query<Counts>(
      `select count(*) filter (where value = 1)::integer as upvotes,
              count(*) filter (where value = -1)::integer as downvotes
       from unnest($1::uuid[]) with ordinality as asked (id, place)
         left join votes on comment_id = asked.id group by place order by place`,
      [ids],
    );
  }

  it('count exactly: of many readers who each send theirs twice', async () => {
    const [voters, ids] = [await makeVoters(site.database, VOTERS), await makeComments(2)];
    const choice = (at: number): VoteValue => (at % 3 === 0 ? -1 : 1);
    await Promise.all(
      voters.flatMap((voter, at) =>
        [0, 1].map((node) => cast(node, voter, ids[at % 10 === 0 ? 1 : 0], choice(at))),
      ),
    );
    const expected = ids.map(() => ({ upvotes: 0, downvotes: 0 }));
    for (const at of voters.keys()) {
      const counts = expected[at % 10 === 0 ? 1 : 0];
      if (choice(at) === 1) counts.upvotes++;
      else counts.downvotes++;
    }
    expect(await countsOf(ids)).toEqual(expected);
    expect(await countRows(ids)).toEqual(expected);
  });

  it('leave of each reader what they said last, and counts that are the sums', async () => {
    const [voters, ids] = [await makeVoters(site.database, 5), await makeComments(3)];
    const self: Member = { ...voters[0], id: site.author.id };
    const step = fc.record({
      comment: fc.nat({ max: 2 }),
      value: fc.constantFrom<VoteValue>(1, 0, -1),
      node: fc.nat({ max: 1 }),
      doubled: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { maxLength: 12 }), { minLength: 5, maxLength: 5 }),
        async (walks) => {
          const last = new Map<string, VoteValue>();
          await Promise.all([
            ...walks.map(async (walk, who) => {
              for (const { comment, value, node, doubled } of walk) {
                const times = doubled ? [node, 1 - node, node] : [node];
                await Promise.all(times.map((at) => cast(at, voters[who], ids[comment], value)));
                last.set(`${voters[who].id} ${ids[comment]}`, value);
              }
            }),
            // The author is refused, without an effect on the others.
            ...ids.map((id) =>
              expect(cast(0, self, id, 1)).rejects.toMatchObject({ slug: 'own-comment' }),
            ),
          ]);
          const rows = await site.database.query<{ voter: string; comment: string; value: number }>(
            `select user_id as voter, comment_id as comment, value from votes
             where comment_id = any($1::uuid[])`,
            [ids],
          );
          const kept = rows.map(({ voter, comment, value }) => `${voter} ${comment} ${value}`);
          const said = [...last].filter(([, value]) => value !== 0);
          expect(kept.toSorted()).toEqual(said.map(([key, value]) => `${key} ${value}`).toSorted());
          expect(await countsOf(ids)).toEqual(await countRows(ids));
          await site.database.query('delete from votes where comment_id = any($1::uuid[])', [ids]);
          await site.database.query(
            'update comments set upvotes = 0, downvotes = 0 where id = any($1::uuid[])',
            [ids],
          );
        },
      ),
      { seed: 20261123, numRuns: WALKS },
    );
  });

  it('answer each with counts that hold it', async () => {
    const [voters, [id]] = [await makeVoters(site.database, 100), await makeComments(1)];
    await site.database.query('update posts set scores_hidden_until = null where id = $1', [post]);
    const answers = await Promise.all(voters.map((voter, at) => cast(at % 2, voter, id, 1)));
    const counts = answers.map(({ body }) => JSON.parse(body!) as Counts & { value: number });
    expect(Math.max(...counts.map((answer) => answer.upvotes))).toBe(100);
    expect(Math.min(...counts.map((answer) => answer.upvotes))).toBeGreaterThan(0);
    expect(counts.filter((answer) => answer.value !== 1 || answer.downvotes !== 0)).toEqual([]);
  });

  it('leave sort keys that say the same as the counts, and no move behind', async () => {
    const [voters, ids] = [await makeVoters(site.database, 60), await makeComments(8)];
    await Promise.all(
      voters.flatMap((voter, who) =>
        ids.map((id, at) => cast(who % 2, voter, id, (who + at) % (at + 2) === 0 ? -1 : 1)),
      ),
    );
    const gone = await makeComments(1);
    await cast(0, voters[0], gone[0], 1);
    await site.nodes[0].request
      .delete(`/api/v1/comments/${gone[0]}`)
      .set(site.author.auth)
      .expect(204);
    await untilSettled(site.database);
    const rows = await site.database.query<Counts & { best: number }>(
      'select upvotes, downvotes, best from comments where id = any($1::uuid[])',
      [ids],
    );
    expect(rows).toHaveLength(8);
    for (const { upvotes, downvotes, best } of rows)
      expect(best).toBeCloseTo(wilsonLowerBound(upvotes, downvotes), 6);
  });

  it('write no index of their comments', async () => {
    const indexes = await site.database.query<{ definition: string }>(
      `select pg_get_indexdef(indexrelid) as definition from pg_index
       where indrelid = 'comments'::regclass`,
    );
    expect(indexes.length).toBeGreaterThan(5);
    expect(indexes.filter(({ definition }) => /votes/.test(definition))).toEqual([]);
  });
});
