import { controversy, wilsonLowerBound } from '../../src/comments/votes/scoring.js';
import { sampleOf } from '../support/full-form.js';
import { useSite } from '../support/site.js';
import { type Comment, createPost, type Page, readPage, say } from '../support/threads.js';
import { setVotes, showScores, untilSettled, vote } from '../support/votes.js';
import { until } from '../support/until.js';

/** Pairs of votes with pairwise different ranks. */
const COUNTS: readonly [up: number, down: number][] = [
  [0, 3],
  [40, 10],
  [2, 0],
  [9, 8],
  [100, 90],
  [1, 1],
  [5, 0],
];

describe('the sorts of a thread', () => {
  const site = useSite({ people: { editor: 'admin', author: 'member', reader: 'member' } });

  const newPost = async () => (await createPost(site.app, site.editor)).id;
  const openPost = async () => {
    const id = await newPost();
    await showScores(site.database, id);
    return id;
  };

  async function sayAll(post: string, count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let at = 0; at < count; at++)
      ids.push((await say(site.app, site.author, post, `${at}`)).id);
    return ids;
  }

  async function sayVoted(post: string): Promise<string[]> {
    const ids = await sayAll(post, COUNTS.length);
    for (const [at, [up, down]] of COUNTS.entries())
      await setVotes(site.database, ids[at], up, down);
    await untilSettled(site.database);
    return ids;
  }

  const idsOf = (page: Page) => page.items.map((item) => item.id);

  /** The ids by a key in descending order, ties by the newest. */
  function ranked(ids: readonly string[], key: (up: number, down: number) => number): string[] {
    const keys = new Map(ids.map((id, at) => [id, key(...COUNTS[at])]));
    return ids.toSorted((one, two) => keys.get(two)! - keys.get(one)! || (one < two ? 1 : -1));
  }

  it('best and controversial order the top level by votes', async () => {
    const post = await openPost();
    const ids = await sayVoted(post);
    for (const [sort, key] of [
      ['best', wilsonLowerBound],
      ['controversial', controversy],
    ] as const) {
      const page = await readPage(site.app, post, { sort });
      expect(idsOf(page)).toEqual(ranked(ids, key));
    }
    expect((await readPage(site.app, post, { sort: 'best' })).items[0]).toMatchObject({
      score: 30,
      upvotes: 40,
      downvotes: 10,
    });
    expect(idsOf(await readPage(site.app, post, { sort: 'newest' }))).toEqual(ids.toReversed());
    expect(idsOf(await readPage(site.app, post))).toEqual(ids.toReversed());
    expect(idsOf(await readPage(site.app, post, { sort: 'oldest' }))).toEqual(ids);
  });

  it.each(['best', 'newest', 'oldest', 'controversial'])(
    'keep replies in the order of time, under %s too',
    async (sort) => {
      const post = await openPost();
      const top = await say(site.app, site.author, post, 'top');
      const replies: string[] = [];
      for (let at = 0; at < 3; at++)
        replies.push((await say(site.app, site.author, post, `reply ${at}`, top.id)).id);
      await setVotes(site.database, replies[2], 50, 20);
      await untilSettled(site.database);
      expect(idsOf(await readPage(site.app, post, { sort }))).toEqual([top.id, ...replies]);
    },
  );

  it.each(sampleOf(['best', 'controversial'], 2))(
    'show by %s each comment once whose votes stand still, while others move',
    async (sort) => {
      const post = await openPost();
      const ids = await sayAll(post, 40);
      const still = ids.filter((_, at) => at % 4 !== 0);
      const moving = ids.filter((_, at) => at % 4 === 0);
      // Many are equal, so they are ordered by id.
      for (const [at, id] of still.entries()) await setVotes(site.database, id, at % 5, at % 3);
      const seen: string[] = [];
      let cursor: string | null = null;
      let turn = 0;
      do {
        turn++;
        for (const [at, id] of moving.entries())
          await setVotes(site.database, id, (turn * (at + 7)) % 11, (turn * (at + 3)) % 7);
        await untilSettled(site.database);
        const page: Page = await readPage(site.app, post, {
          sort,
          limit: 9,
          ...(cursor ? { cursor } : {}),
        });
        seen.push(...idsOf(page));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen.filter((id) => still.includes(id)).toSorted()).toEqual(still.toSorted());
      expect(turn).toBeGreaterThan(3);
    },
  );

  it('refuse a cursor of another sort, and one that is made up', async () => {
    const post = await openPost();
    await sayVoted(post);
    const { nextCursor } = await readPage(site.app, post, { sort: 'best', limit: 2 });
    const refused = [
      { sort: 'controversial', cursor: nextCursor },
      { sort: 'newest', cursor: nextCursor },
      { sort: 'best', cursor: `b${'7f800000'}${nextCursor!.slice(9)}` },
      { sort: 'best', cursor: `bxxxxxxxx${nextCursor!.slice(9)}` },
      { sort: 'best', cursor: nextCursor!.slice(0, -1) },
    ];
    for (const query of refused)
      await site.app.request.get(`/api/v1/posts/${post}/comments`).query(query).expect(422);
  });

  it('and their pages change with the votes, under another validator and the same seq', async () => {
    const post = await openPost();
    const ids = await sayAll(post, 2);
    const path = `/api/v1/posts/${post}/comments?sort=best`;
    const before = await site.app.request.get(path).expect(200);
    expect(idsOf(before.body)).toEqual([ids[1], ids[0]]);
    await vote(site.app, site.reader, ids[0], 1);
    await until('the vote on the page', async () => {
      const page = await site.app.request.get(path).expect(200);
      return (page.body as Page).items[0].id === ids[0];
    });
    const after = await site.app.request
      .get(path)
      .set('if-none-match', before.headers.etag)
      .expect(200);
    expect(after.body).toMatchObject({
      seq: before.body.seq,
      items: [{ id: ids[0], score: 1, upvotes: 1, downvotes: 0 }, { id: ids[1] }],
    });
  });

  describe('in the first hour of a post', () => {
    const HIDDEN = { score: null, upvotes: null, downvotes: null };

    it('show no scores, to nobody', async () => {
      const post = await newPost();
      const { id } = await say(site.app, site.author, post, 'A comment');
      const answer = await vote(site.app, site.reader, id, 1);
      expect(answer.body).toEqual({ id, value: 1, ...HIDDEN });
      await untilSettled(site.database);
      for (const sort of ['best', 'newest', 'oldest', 'controversial'])
        expect((await readPage(site.app, post, { sort })).items).toMatchObject([{ id, ...HIDDEN }]);
      for (const person of [site.author, site.editor, site.reader]) {
        const get = (path: string) => site.app.request.get(path).set(person.auth).expect(200);
        expect((await get(`/api/v1/comments/${id}`)).body).toMatchObject(HIDDEN);
        const context = await get(`/api/v1/comments/${id}/context`);
        expect(context.body.items).toMatchObject([{ id, ...HIDDEN }]);
        const { body } = await get(`/api/v1/posts/${post}/events`);
        expect(body.events[0].data.comment).toMatchObject({ id, ...HIDDEN });
      }
      await site.app.request
        .post(`/api/v1/comments/${id}/flags`)
        .set(site.reader.auth)
        .send({ reason: 'spam' })
        .expect(201);
      const queue = await site.app.request
        .get('/api/v1/moderation/queue')
        .set(site.editor.auth)
        .expect(200);
      expect(queue.body.items[0].comment).toMatchObject({ id, ...HIDDEN });
    });

    it('are all in the order of time, which tells nothing of the votes', async () => {
      const post = await newPost();
      const ids = await sayVoted(post);
      for (const sort of ['best', 'controversial']) {
        const first = await readPage(site.app, post, { sort, limit: 3 });
        const second = await readPage(site.app, post, { sort, limit: 9, cursor: first.nextCursor });
        expect([...idsOf(first), ...idsOf(second)]).toEqual(ids.toReversed());
        // An invented cursor is refused, too.
        const letter = sort[0];
        const forged = `${letter}3f000000${ids[4].replaceAll('-', '')}`;
        const page = await readPage(site.app, post, { sort, cursor: forged });
        expect(idsOf(page)).toEqual(ids.slice(0, 4).toReversed());
      }
    });

    it('go over to scores when it ends, also for pages that were cached', async () => {
      const post = await newPost();
      const ids = await sayVoted(post);
      const path = `/api/v1/posts/${post}/comments?sort=best&limit=3`;
      const hidden = await site.app.request.get(path).expect(200);
      await site.database.query(
        `update posts set scores_hidden_until = now() - interval '1 second' where id = $1`,
        [post],
      );
      await until('the scores', async () => {
        const page = await site.app.request.get(path).expect(200);
        return (page.body as Page).items.every((item: Comment) => item.score !== null);
      });
      const shown = await site.app.request
        .get(path)
        .set('if-none-match', hidden.headers.etag)
        .expect(200);
      expect(idsOf(shown.body)).toEqual(ranked(ids, wilsonLowerBound).slice(0, 3));
      // A reader who began earlier continues by time, and sees the rest exactly once.
      const rest = await readPage(site.app, post, { sort: 'best', cursor: hidden.body.nextCursor });
      expect(idsOf(rest)).toEqual(ids.slice(0, 4).toReversed());
    });

    it('which an imported post has behind it', async () => {
      const rows = await site.database.query<{ hidden: boolean }>(
        'select scores_hidden_until is not null as hidden from posts where id = $1',
        [await newPost()],
      );
      expect(rows).toEqual([{ hidden: true }]);
      const { DemoSeed } = await import('../../src/site/demo-seed.js');
      await site.database.query('truncate posts cascade');
      const slug = await site.app.app.get(DemoSeed, { strict: false }).ensure();
      const page = await readPage(site.app, slug!, { sort: 'best' });
      expect(page.items.length).toBeGreaterThan(3);
      expect(page.items[0]).toMatchObject({ score: 0, upvotes: 0, downvotes: 0 });
    });
  });
});
