import { findDrift } from '../support/counters.js';
import { decide, outcomeOf } from '../support/moderation.js';
import { useSite } from '../support/site.js';
import { type Comment, createPost, readPage, say } from '../support/threads.js';

const ROUNDS = 20;

describe('what moderators put on a comment', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', author: 'member', reader: 'member' },
  });
  let post: string;
  beforeEach(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  const act = (action: string, { id, version }: { id: string; version: number }) =>
    decide(site.app, site.staff, `comments/${id}`, {
      action,
      version,
      ...(action === 'remove' ? { reason: 'spam' } : {}),
    });
  /** @returns the comment after the act */
  const done = async (action: string, comment: Comment): Promise<Comment> => {
    const answer = await act(action, comment);
    expect(outcomeOf(answer)).toBe('201');
    return answer.body.comment;
  };
  const reply = (parentId: string) =>
    site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(site.reader.auth)
      .send({ body: 'An answer', parentId });
  const eventsAfter = async (seq: number) =>
    (await site.app.request.get(`/api/v1/posts/${post}/events`).query({ after: seq }).expect(200))
      .body.events as { type: string; data: { comment: Comment } }[];

  it('is none at first, everywhere', async () => {
    const none = { pinned: false, featured: false, locked: false };
    const said = await say(site.app, site.author, post, 'Said');
    expect(said).toMatchObject(none);
    const page = await readPage(site.app, post);
    expect(page.items).toMatchObject([none]);
    expect(page.pinned).toEqual([]);
  });

  describe('a pin', () => {
    it('shows the comment at the head of the first page, and where it stands', async () => {
      const first = await say(site.app, site.author, post, 'The first');
      await say(site.app, site.author, post, 'The second');
      const pinned = await done('pin', first);
      expect(pinned).toMatchObject({ pinned: true, version: 2 });
      const page = await readPage(site.app, post, { limit: 1 });
      expect(page.pinned).toMatchObject([{ id: first.id, body: 'The first', pinned: true }]);
      expect(Object.keys(page.pinned[0]).sort()).toEqual(Object.keys(page.items[0]).sort());
      const next = await readPage(site.app, post, { limit: 1, cursor: page.nextCursor });
      expect(next.pinned).toEqual([]);
      expect(next.items).toMatchObject([{ id: first.id, pinned: true }]);
      await done('unpin', pinned);
      expect((await readPage(site.app, post, { limit: 1 })).pinned).toEqual([]);
    });

    it('is on at most three comments of the top level', async () => {
      for (const body of ['One', 'Two', 'Three']) {
        await done('pin', await say(site.app, site.author, post, body));
      }
      const fourth = await say(site.app, site.author, post, 'Four');
      expect(outcomeOf(await act('pin', fourth))).toBe('409 decision-does-not-fit');
      const below = await say(site.app, site.author, post, 'Below', fourth.id);
      expect(outcomeOf(await act('pin', below))).toBe('409 decision-does-not-fit');
    });

    it('hides with the comment and comes back with it', async () => {
      const pinned = await done('pin', await say(site.app, site.author, post, 'Said'));
      await reply(pinned.id).expect(201);
      const removed = await done('remove', pinned);
      const page = await readPage(site.app, post);
      expect(page.pinned).toEqual([]);
      expect(page.items[0]).toMatchObject({ id: pinned.id, status: 'removed', pinned: false });
      expect(await done('restore', removed)).toMatchObject({ pinned: true });
      expect((await readPage(site.app, post)).pinned).toHaveLength(1);
    });
  });

  it('is told to readers as comment.updated', async () => {
    const said = await say(site.app, site.author, post, 'Said');
    const { seq } = await readPage(site.app, post);
    await done('unfeature', await done('feature', said));
    const events = await eventsAfter(seq);
    expect(events.map(({ type }) => type)).toEqual(['comment.updated', 'comment.updated']);
    expect(events[0].data.comment).toMatchObject({ id: said.id, body: 'Said', version: 3 });
    expect((await readPage(site.app, post)).post.commentCount).toBe(1);
  });

  it('fits the comment or is refused, and needs the version that was seen', async () => {
    const said = await say(site.app, site.author, post, 'Said');
    for (const action of ['unpin', 'unfeature', 'unlock']) {
      expect(outcomeOf(await act(action, said))).toBe('409 decision-does-not-fit');
    }
    const locked = await done('lock', await done('feature', await done('pin', said)));
    for (const action of ['pin', 'feature', 'lock']) {
      expect(outcomeOf(await act(action, locked))).toBe('409 decision-does-not-fit');
      expect(outcomeOf(await act(action, said))).toBe('409 version-conflict');
    }
    const { version } = await done('remove', locked);
    for (const action of ['pin', 'feature', 'lock']) {
      expect(outcomeOf(await act(action, { id: said.id, version }))).toBe(
        '409 decision-does-not-fit',
      );
    }
  });

  describe('a lock', () => {
    it('stops replies to the comment and to all below it, and nothing else', async () => {
      const top = await say(site.app, site.author, post, 'Top');
      const middle = await say(site.app, site.author, post, 'Middle', top.id);
      const bottom = await say(site.app, site.author, post, 'Bottom', middle.id);
      const beside = await say(site.app, site.author, post, 'Beside', top.id);
      expect(await done('lock', middle)).toMatchObject({ locked: true });
      for (const { id } of [middle, bottom]) {
        expect(outcomeOf(await reply(id))).toBe('409 branch-locked');
      }
      for (const { id } of [top, beside]) expect(outcomeOf(await reply(id))).toBe('201');
      const page = await readPage(site.app, post);
      const locked = page.items.filter((item) => item.locked).map(({ id }) => id);
      expect(locked).toEqual([middle.id, bottom.id]);
    });

    it('within a lock outlives the outer one', async () => {
      const top = await say(site.app, site.author, post, 'Top');
      const middle = await say(site.app, site.author, post, 'Middle', top.id);
      const bottom = await say(site.app, site.author, post, 'Bottom', middle.id);
      const inner = await done('lock', middle);
      const outer = await done('lock', top);
      expect(outcomeOf(await act('unlock', bottom))).toBe('409 decision-does-not-fit');
      await done('unlock', outer);
      expect(outcomeOf(await reply(top.id))).toBe('201');
      expect(outcomeOf(await reply(bottom.id))).toBe('409 branch-locked');
      await done('unlock', inner);
      expect(outcomeOf(await reply(bottom.id))).toBe('201');
    });

    it('reaches what is hidden below it, too', async () => {
      const top = await say(site.app, site.author, post, 'Top');
      const middle = await say(site.app, site.author, post, 'Middle', top.id);
      const removed = await done('remove', middle);
      await done('lock', top);
      await done('restore', removed);
      expect(outcomeOf(await reply(middle.id))).toBe('409 branch-locked');
    });

    it('comes before a reply or after it, never between', async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const top = await say(site.app, site.author, post, 'Top');
        const { seq } = await readPage(site.app, post);
        const [locked, replied] = await Promise.all([act('lock', top), reply(top.id)]);
        expect(outcomeOf(locked)).toBe('201');
        const types = (await eventsAfter(seq)).map(({ type }) => type);
        expect([outcomeOf(replied), types]).toEqual(
          replied.status === 201
            ? ['201', ['comment.created', 'comment.updated']]
            : ['409 branch-locked', ['comment.updated']],
        );
        expect(outcomeOf(await reply(replied.body.id ?? top.id))).toMatch(/^(404|409)/);
      }
      expect(await findDrift(site.database)).toEqual([]);
    });
  });
});
