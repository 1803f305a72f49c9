import { spyOn } from 'jest-mock';
import { randomUUID } from 'node:crypto';
import { PassagesRepository } from '../../src/passages/passages.repository.js';
import { LiveSite } from '../support/live-site.js';
import { decide } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { expectProblem } from '../support/problems.js';
import type { TestApp } from '../support/test-app.js';
import { createPost } from '../support/threads.js';
import { until } from '../support/until.js';

const BODY = `# Recenzija 😀

Filma sākas 1940. gada vasarā. Režisors rāda tikai to, ko redzēja kareivji.

В архиве сохранилось письмо, в котором сказано, что эшелон ушёл *четырнадцатого* июня.`;
const LATVIAN = 'Režisors rāda tikai to, ko redzēja kareivji';
const RUSSIAN = 'в котором сказано, что эшелон ушёл четырнадцатого июня';

interface Anchor {
  quote: { exact: string; prefix: string; suffix: string };
  position: { start: number; end: number };
  revision: number | null;
  state: string;
  place: { start: number; end: number } | null;
  placeRevision: number | null;
}

describe('anchors', () => {
  let site: LiveSite;
  let app: TestApp;
  let reader: Person;
  let editor: Person;
  let postId: string;

  beforeAll(async () => {
    site = await LiveSite.start(1);
    app = site.nodes[0];
    [editor, reader] = [site.staff, await register(app)];
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    postId = (await createPost(app, editor, { body: BODY })).id;
  });

  const plain = async () => {
    const { body } = await app.request.get(`/api/v1/posts/${postId}`).expect(200);
    return (body.html as string).replace(/<[^>]*>/g, '');
  };
  const select = async (exact: string, fields: object = {}) => {
    const text = await plain();
    const start = Array.from(text.slice(0, text.indexOf(exact))).length;
    const position = { start, end: start + Array.from(exact).length };
    return { quote: { exact }, position, ...fields };
  };
  const write = (anchor: unknown, by = reader, post = postId) =>
    app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(by.auth)
      .send({ body: 'About this.', anchor });
  const change = (body: string | null) =>
    app.request.patch(`/api/v1/posts/${postId}`).set(editor.auth).send({ body }).expect(200);
  const anchorOf = async (id: string): Promise<Anchor> =>
    (await app.request.get(`/api/v1/comments/${id}`).expect(200)).body.anchor;
  const passages = async () =>
    (await app.request.get(`/api/v1/posts/${postId}/anchors`).expect(200)).body;
  const standing = async ({ place }: Anchor) =>
    Array.from(await plain())
      .slice(place!.start, place!.end)
      .join('');
  /** Waits until every passage was located in the current text. */
  const settled = async (id: string, revision: number) => {
    await until(
      'the passage to be found again',
      async () => (await anchorOf(id)).placeRevision === revision,
    );
    return anchorOf(id);
  };

  it('are kept with what surrounds them, and the revision that was read', async () => {
    const selected = await select(RUSSIAN);
    const { body: comment } = await write(selected).expect(201);
    expect(comment).toMatchObject({ revision: 1 });
    expect(comment.anchor).toEqual({
      quote: {
        exact: RUSSIAN,
        prefix: expect.stringMatching(/сохранилось письмо, $/),
        suffix: '.\n',
      },
      position: selected.position,
      revision: 1,
      state: 'exact',
      place: selected.position,
      placeRevision: 1,
    });
    const page = await app.request.get(`/api/v1/posts/${postId}/comments`).expect(200);
    expect(page.body.items[0].anchor).toEqual(comment.anchor);
    expect(await anchorOf(comment.id)).toEqual(comment.anchor);
  });

  it('are found again through edits of the post: moved, reworded, gone, and back', async () => {
    const { body: latvian } = await write(await select(LATVIAN)).expect(201);
    const { body: russian } = await write(await select(RUSSIAN)).expect(201);

    await change(`Papildināts 😀 11. aprīlī.\n\n${BODY}`);
    const moved = await settled(latvian.id, 2);
    expect(moved).toMatchObject({ state: 'exact', revision: 1, position: latvian.anchor.position });
    expect(await standing(moved)).toBe(LATVIAN);

    await change(BODY.replace(LATVIAN, 'Režisors rāda vienīgi to, ko redzējuši kareivji'));
    const reworded = await settled(latvian.id, 3);
    expect(reworded.state).toBe('near');
    expect(await standing(reworded)).toContain('vienīgi to, ko redzējuši');

    await change(BODY.replace(LATVIAN, 'Par to klusē'));
    expect(await settled(latvian.id, 4)).toMatchObject({ state: 'orphaned', place: null });
    expect(await anchorOf(russian.id)).toMatchObject({ state: 'exact', placeRevision: 4 });

    await change(BODY);
    expect(await settled(latvian.id, 5)).toMatchObject({
      state: 'exact',
      place: latvian.anchor.position,
    });
    const { body: later } = await write(await select(LATVIAN)).expect(201);
    expect(later.revision).toBe(5);
    expect((await app.request.get(`/api/v1/comments/${latvian.id}`)).body.revision).toBe(1);
  });

  it('of an earlier revision are taken as its reader saw them, and looked for in the present one', async () => {
    const selected = await select(LATVIAN, { revision: 1 });
    await change(`Viens divi trīs.\n\n${BODY}`);
    const { body: comment } = await write(selected).expect(201);
    expect(comment.anchor).toMatchObject({
      revision: 1,
      position: selected.position,
      state: 'exact',
      placeRevision: 2,
    });
    expect(comment.anchor.place.start).toBeGreaterThan(selected.position.start);
    expect(await standing(comment.anchor)).toBe(LATVIAN);
  });

  it('are counted by passage, as far as everyone sees their comments', async () => {
    const [first, second] = [await select(LATVIAN), await select(RUSSIAN)];
    const { body: one } = await write(first).expect(201);
    const { body: two } = await write(first).expect(201);
    const { body: three } = await write(second).expect(201);
    const before = await app.request.get(`/api/v1/posts/${postId}/anchors`).expect(200);
    expect(before.body).toMatchObject({
      items: [
        { place: first.position, state: 'exact', count: 2, commentIds: [two.id, one.id] },
        { place: second.position, state: 'exact', count: 1, commentIds: [three.id] },
      ],
      orphaned: 0,
    });
    expect(before.headers['cache-control']).toBe('public, no-cache');
    await app.request
      .get(`/api/v1/posts/${postId}/anchors`)
      .set('if-none-match', before.headers.etag)
      .expect(304);
    await decide(app, editor, `comments/${two.id}`, {
      action: 'remove',
      reason: 'other',
      version: 1,
    });
    await app.request.delete(`/api/v1/comments/${three.id}`).set(reader.auth).expect(204);
    expect((await passages()).items).toMatchObject([{ count: 1, commentIds: [one.id] }]);
    await change('Pavisam cits teksts.');
    await settled(one.id, 2);
    expect(await passages()).toEqual({ items: [], orphaned: 1 });
    await app.request.get('/api/v1/posts/nothing-here/anchors').expect(404);
  });

  it('are told to open pages by an event, when all are found again', async () => {
    const { body: comment } = await write(await select(LATVIAN)).expect(201);
    const client = await site.connect();
    await client.subscribe(postId, { after: 1 });
    await change(`Viens.\n\n${BODY}`);
    await client.untilSeq(postId, 3);
    expect(client.events(postId).map(({ type }) => type)).toEqual(['post.updated', 'post.updated']);
    expect((await anchorOf(comment.id)).placeRevision).toBe(2);
  });

  it('of many comments are found again in batches', async () => {
    const { body: comment } = await write(await select(LATVIAN)).expect(201);
    await site.database.query(
      `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision, renderer,
         created_at, published_at, body, html, anchor)
       select gen_random_uuid(), post_id, root_id, 0, author_id, 'published', true, 1, 1, now(), now(), 'x', 'x', anchor
       from comments, generate_series(1, 250) where id = $1`,
      [comment.id],
    );
    await change(`Viens.\n\n${BODY}`);
    await until('every passage to be found again', async () => {
      const [{ left }] = await site.database.query<{ left: number }>(
        'select count(*)::int as left from stale_anchors where post_id = $1',
        [postId],
      );
      return left === 0;
    });
    expect(await passages()).toMatchObject({ items: [{ count: 251, state: 'exact' }] });
    expect((await passages()).items[0].commentIds).toHaveLength(20);
  });

  /** Writes a comment whose passage was located in the previous text; under the head's lock. */
  const writeLate = async (like: string) => {
    const id = randomUUID();
    await site.database.query(
      `with head as (select from post_heads where post_id = $3 for update)
       insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision, renderer,
         created_at, published_at, body, html, anchor)
       select $2, post_id, $2, 0, author_id, 'published', true, 1, 1, now(), now(), 'x', 'x',
         anchor || '{"placeRevision": 1}' from comments, head where id = $1`,
      [like, id, postId],
    );
    return id;
  };

  it('of a comment that was written while the text changed are found again, too', async () => {
    const { body: comment } = await write(await select(LATVIAN)).expect(201);
    await change(`Viens.\n\n${BODY}`);
    await settled(comment.id, 2);
    expect((await settled(await writeLate(comment.id), 2)).state).toBe('exact');
  });

  it('of a comment that is stored when the last of the others has been found are, too', async () => {
    const { body: comment } = await write(await select(LATVIAN)).expect(201);
    const repository = app.app.get(PassagesRepository, { strict: false });
    const listBefore = repository.listBefore.bind(repository);
    let late = '';
    const listing = spyOn(repository, 'listBefore').mockImplementation(async (...args) => {
      const left = await listBefore(...args);
      if (args[0] === postId && left.length === 0 && !late) late = await writeLate(comment.id);
      return left;
    });
    try {
      await change(`Viens.\n\n${BODY}`);
      await until('the others to be found', async () => late !== '');
      expect((await settled(late, 2)).state).toBe('exact');
    } finally {
      listing.mockRestore();
    }
  });

  it('on a page of the host site are kept as they were seen', async () => {
    const page = await createPost(app, editor, { url: `https://reviews.example/${postId}` });
    const anchor = {
      quote: { exact: 'what the page says', prefix: 'this is ', suffix: '.' },
      position: { start: 8, end: 26 },
    };
    const { body: comment } = await write(anchor, reader, page.id).expect(201);
    expect(comment.anchor).toEqual({
      ...anchor,
      revision: null,
      state: 'exact',
      place: anchor.position,
      placeRevision: null,
    });
    await app.request
      .patch(`/api/v1/posts/${page.id}`)
      .set(editor.auth)
      .send({ title: 'Another title' })
      .expect(200);
    const { body } = await app.request.get(`/api/v1/posts/${page.id}/anchors`).expect(200);
    expect(body.items).toMatchObject([{ place: anchor.position, count: 1 }]);
  });

  it('are refused where the text does not hold them, with the place of the fault', async () => {
    const selected = await select(LATVIAN);
    const pointersOf = async (anchor: unknown) => {
      const problem = expectProblem(await write(anchor), 422, { slug: 'invalid-input' });
      return problem.errors!.map(({ pointer }) => pointer);
    };
    const { position } = selected;
    expect(await pointersOf({ quote: { exact: 'Tā te nav' }, position })).toEqual([
      '/anchor/quote/exact',
    ]);
    expect(await pointersOf({ ...selected, revision: 2 })).toEqual(['/anchor/revision']);
    expect(await pointersOf({ ...selected, position: { start: 5, end: 5 } })).toEqual([
      '/anchor/position/end',
    ]);
    expect(await pointersOf({ position })).toEqual(['/anchor/quote']);
    expect(await pointersOf({ quote: { exact: ' ' }, position })).toEqual(['/anchor/quote/exact']);
    expect(await pointersOf({ ...selected, state: 'exact' })).toEqual(['/anchor/state']);
    for (const odd of [null, [], 'text', 1]) {
      expect(new Set(await pointersOf(odd))).toContain('/anchor');
    }
    expect(await passages()).toEqual({ items: [], orphaned: 0 });
  });
});
