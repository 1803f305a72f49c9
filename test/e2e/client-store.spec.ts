import {
  applyEvents,
  createColloquy,
  type Sort,
  type Thread,
  threadOf,
  type ThreadPage,
  withReadAgain,
} from '../../packages/client/src/index.js';
import { oneOf } from '../support/full-form.js';
import { LiveSite } from '../support/live-site.js';
import { type Comment, readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';

/** The fields to compare; times of comments that a client never saw are exact to a millisecond. */
const read = (items: Thread['items']) =>
  items.map((item) => (item.status === 'published' ? item : { ...item, createdAt: null }));

const QUERY = { sort: 'oldest', limit: 20 };

describe('a thread that applies its events', () => {
  let site: LiveSite;
  let postId: string;
  beforeAll(async () => {
    site = await LiveSite.start(1, { PAGE_CACHE: 'on' });
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    postId = await site.post();
  });

  const answer = (parent: string, text: string) =>
    say(site.nodes[0], site.author, postId, text, parent);
  const page = async (sort: Sort): Promise<ThreadPage> =>
    (await readPage(site.nodes[0], postId, { ...QUERY, sort })) as unknown as ThreadPage;
  const findComment = async (id: string): Promise<Comment> =>
    (await site.nodes[0].request.get(`/api/v1/comments/${id}`).set(site.staff.auth).expect(200))
      .body;
  const decide = async (id: string, action: string) => {
    const { version } = await findComment(id);
    const reason = action === 'remove' ? { reason: 'off_topic' } : {};
    await site.nodes[0].request
      .post(`/api/v1/moderation/comments/${id}/decisions`)
      .set(site.staff.auth)
      .send({ action, version, ...reason })
      .expect(201);
  };
  const edit = async (id: string, body: string) => {
    const { version } = await findComment(id);
    await site.nodes[0].request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...site.author.auth, 'if-match': `"${version}"` })
      .send({ body })
      .expect(200);
  };
  const quote = async (commentId: string): Promise<string> => {
    const { version } = await findComment(commentId);
    const { body } = await site.nodes[0].request
      .post(`/api/v1/posts/${postId}/comments`)
      .set(site.author.auth)
      .send({ body: 'As it says above.', quotes: [{ commentId, version, start: 0, end: 3 }] })
      .expect(201);
    return body.id;
  };
  /** Reloads the comments whose quotes have changed, as a page does. */
  const readAgain = async (thread: Thread): Promise<Thread> => {
    const found = await Promise.all(
      thread.outdated.map(({ id }) => site.nodes[0].request.get(`/api/v1/comments/${id}`)),
    );
    const comments = found.map(({ body }) => ({ ...body, postId: undefined }));
    return withReadAgain(thread, thread.outdated, comments);
  };
  const erase = (id: string) =>
    site.nodes[0].request.delete(`/api/v1/comments/${id}`).set(site.author.auth).expect(204);

  /** Every act on a comment, in sequence, on a thread with replies. */
  const live = async (): Promise<void> => {
    const first = await site.say(postId, 'First');
    const second = await site.say(postId, 'Second');
    const reply = await answer(first, 'A reply');
    await answer(reply.id, 'A reply to the reply');
    const leaf = await answer(second, 'A reply that goes');
    await edit(second, 'Second, corrected');
    await decide(leaf.id, 'remove');
    await decide(first, 'remove');
    const third = await site.say(postId, 'Third');
    await decide(third, 'pin');
    await edit(third, 'Third, corrected');
    await decide(first, 'restore');
    await decide(reply.id, 'remove');
    await erase(second);
    await decide(leaf.id, 'restore').catch(() => undefined);
    const passing = await site.say(postId, 'Fourth');
    await decide(passing, 'pin');
    const below = await answer(passing, 'The only reply');
    await decide(passing, 'remove');
    await erase(below.id);
    await erase(await site.say(postId, 'Fifth'));
    const sixth = await site.say(postId, 'Sixth');
    await decide(sixth, 'pin');
    await decide(sixth, 'unpin');
    const source = await site.say(postId, 'Quoted by two');
    const restored = await site.say(postId, 'Quoted, removed and restored');
    await decide(await quote(source), 'pin');
    for (const id of [source, restored, third]) await quote(id);
    await edit(source, 'Quoted by two, and edited');
    await decide(restored, 'remove');
    await decide(restored, 'restore');
    await erase(third);
  };

  it.each(oneOf<Sort>(['oldest', 'newest']))(
    'comes to what a fresh page says, event by event and all at once: %s',
    async (sort) => {
      await live();
      const before = await page(sort);
      const client = createColloquy({ baseUrl: site.nodes[0].url });
      try {
        let thread: Thread = threadOf(before, sort);
        client.watchThread(before, {
          onEvents: (events) => {
            thread = applyEvents(thread, events);
          },
        });
        await live();
        const after = await page(sort);
        await until('the last event', async () => thread.seq === after.seq);
        expect(thread.outdated.length).toBeGreaterThanOrEqual(4);
        thread = await readAgain(thread);
        expect(thread.outdated).toEqual([]);
        expect(read(thread.items)).toEqual(read(threadOf(after, sort).items));
        expect(thread.commentCount).toBe(after.post.commentCount);
        expect(thread.pinned).toEqual(after.pinned);
        expect(after.pinned).toHaveLength(2);

        const { data } = await client.api.GET('/api/v1/posts/{post}/events', {
          params: { path: { post: postId }, query: { after: before.seq, limit: 500 } },
        });
        const told = applyEvents(threadOf(before, sort), data!.events);
        const late = await readAgain(told);
        expect(read(late.items)).toEqual(read(threadOf(after, sort).items));
        expect(late.commentCount).toBe(after.post.commentCount);
        expect(late.pinned).toEqual(after.pinned);
        expect(applyEvents(late, data!.events)).toEqual(late);
      } finally {
        client.close();
      }
    },
  );
});
