import { decide } from '../support/moderation.js';
import { LiveSite } from '../support/live-site.js';
import { type Person, register } from '../support/people.js';
import { expectProblem } from '../support/problems.js';
import type { TestApp } from '../support/test-app.js';
import { say } from '../support/threads.js';

describe('quotes', () => {
  let site: LiveSite;
  let app: TestApp;
  let editor: Person;
  let reader: Person;
  let postId: string;
  let source: { id: string };

  /** Outside the BMP, so that code units and code points differ. */
  const TEXT = 'Pirms 😀 kara viņš rakstīja: «Правда» — и точка.';
  const PIECE = '«Правда»';
  const START = Array.from(TEXT.slice(0, TEXT.indexOf(PIECE))).length;

  beforeAll(async () => {
    site = await LiveSite.start(1);
    app = site.nodes[0];
    [editor, reader] = [site.staff, await register(app)];
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    postId = await site.post();
    source = await say(app, reader, postId, TEXT);
  });

  const piece = (fields: object = {}) => ({
    commentId: source.id,
    version: 1,
    start: START,
    end: START + PIECE.length,
    ...fields,
  });
  const write = (quotes: unknown, by = site.author) =>
    app.request
      .post(`/api/v1/posts/${postId}/comments`)
      .set(by.auth)
      .send({ body: 'See there.', quotes });
  const edit = (id: string, version: number, fields: object, by = reader) =>
    app.request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...by.auth, 'if-match': `"${version}"` })
      .send(fields);
  const answered = () =>
    app.request
      .post(`/api/v1/posts/${postId}/comments`)
      .set(editor.auth)
      .send({ body: 'An answer, so that edits are marked.', parentId: source.id })
      .expect(201);
  /** The quotes of a comment in every place that shows it, which must be equal. */
  const shownOf = async (id: string): Promise<Record<string, unknown>[]> => {
    const read = async (path: string) => (await app.request.get(`/api/v1${path}`).expect(200)).body;
    const page = (await read(`/posts/${postId}/comments`)).items;
    const events = (await read(`/posts/${postId}/events?limit=500`)).events;
    const places = [
      await read(`/comments/${id}`),
      ...(await read(`/comments/${id}/context`)).items,
      ...page,
      ...events.flatMap((event: { data: { comment?: object } }) => event.data.comment ?? []),
    ].filter((comment: { id: string }) => comment.id === id);
    expect(places.length).toBeGreaterThanOrEqual(4);
    for (const place of places) expect(place.quotes).toEqual(places[0].quotes);
    return places[0].quotes;
  };

  it('are read from their source, in code points', async () => {
    const { body: comment } = await write([piece()]).expect(201);
    const expected = [
      {
        ...piece(),
        state: 'current',
        text: PIECE,
        author: expect.objectContaining({ id: reader.id }),
      },
    ];
    expect(comment.quotes).toEqual(expected);
    expect(await shownOf(comment.id)).toEqual(expected);
    const plain = await say(app, reader, postId, 'quotes nothing');
    expect(plain).toMatchObject({ quotes: [], anchor: null, revision: 1 });
  });

  it.each([
    [
      'removal',
      201,
      () =>
        decide(app, editor, `comments/${source.id}`, {
          action: 'remove',
          reason: 'other',
          version: 1,
        }),
    ],
    ['deletion', 204, () => app.request.delete(`/api/v1/comments/${source.id}`).set(reader.auth)],
  ])('are gone with the %s of their source, on every page and socket', async (_, status, hide) => {
    const client = await site.connect();
    const { body: comment } = await write([piece()]).expect(201);
    await client.subscribe(postId, { after: 0 });
    await client.untilSeq(postId, 2);
    const before = await app.request.get(`/api/v1/posts/${postId}/comments`).expect(200);
    expect((await hide()).status).toBe(status);
    const removed = [{ ...piece(), state: 'removed', text: null, author: null }];
    expect(await shownOf(comment.id)).toEqual(removed);
    const after = await app.request
      .get(`/api/v1/posts/${postId}/comments`)
      .set('if-none-match', before.headers.etag)
      .expect(200);
    expect(after.text).not.toContain(PIECE);
    await client.untilSeq(postId, 4);
    const told = client.events(postId).at(-1)!;
    expect(told).toMatchObject({ type: 'quotes.changed', data: { commentIds: [comment.id] } });
    expect(JSON.stringify(client.events(postId).slice(2))).not.toContain(PIECE);
  });

  it('come back when their source is restored', async () => {
    const { body: comment } = await write([piece()]).expect(201);
    const on = `comments/${source.id}`;
    await decide(app, editor, on, { action: 'remove', reason: 'other', version: 1 });
    await decide(app, editor, on, { action: 'restore', version: 2 });
    expect(await shownOf(comment.id)).toMatchObject([{ state: 'current', text: PIECE }]);
  });

  it('keep what they said when their source was edited with a mark, and say that it was', async () => {
    const { body: comment } = await write([piece()]).expect(201);
    await answered();
    await edit(source.id, 1, { body: 'Something else' }).expect(200);
    expect(await shownOf(comment.id)).toMatchObject([{ state: 'edited', text: PIECE }]);
    // The text before a marked edit is public, so it can be quoted.
    await write([piece()]).expect(201);
  });

  it('lose what was edited away without a mark', async () => {
    const { body: comment } = await write([piece()]).expect(201);
    await edit(source.id, 1, { body: 'Something else' }).expect(200);
    expect(await shownOf(comment.id)).toMatchObject([{ state: 'edited', text: null }]);
    const problem = expectProblem(await write([piece()]), 422, { slug: 'invalid-input' });
    expect(problem.errors).toMatchObject([{ pointer: '/quotes/0/version' }]);
  });

  it('are shown of a held source to nobody but those who may read it', async () => {
    const { body: comment } = await write([piece()], reader).expect(201);
    await database().query(`update comments set status = 'held', listed = false where id = $1`, [
      source.id,
    ]);
    const read = async (by?: Person) => {
      const request = app.request.get(`/api/v1/comments/${comment.id}`);
      return (await (by ? request.set(by.auth) : request).expect(200)).body.quotes;
    };
    expect(await read()).toMatchObject([{ state: 'removed', text: null, author: null }]);
    expect(await read(site.author)).toMatchObject([{ state: 'removed', text: null }]);
    expect(await read(reader)).toMatchObject([{ state: 'current', text: PIECE }]);
    expect(await read(editor)).toMatchObject([{ state: 'current', text: PIECE }]);
  });

  it('are refused where there is nothing to quote, with the place of the fault', async () => {
    const elsewhere = await say(app, reader, await site.post(), TEXT);
    const pointersOf = async (quotes: unknown) => {
      const problem = expectProblem(await write(quotes), 422, { slug: 'invalid-input' });
      return problem.errors!.map(({ pointer }) => pointer);
    };
    expect(await pointersOf([piece({ commentId: elsewhere.id })])).toEqual(['/quotes/0/commentId']);
    expect(await pointersOf([piece(), piece({ version: 2 })])).toEqual(['/quotes/1/version']);
    expect(await pointersOf([piece({ end: START })])).toEqual(['/quotes/0/end']);
    expect(await pointersOf([piece(), piece({ start: 5, end: 2 })])).toEqual(['/quotes/1/end']);
    expect(await pointersOf([piece({ end: [...TEXT].length + 1 })])).toEqual(['/quotes/0/end']);
    expect(await pointersOf([piece({ start: 0, end: 1_001 })])).toEqual(['/quotes/0/end']);
    expect(await pointersOf([piece({ start: -1 })])).toEqual(['/quotes/0/start']);
    expect(await pointersOf([piece({ text: PIECE })])).toEqual(['/quotes/0/text']);
    expect(await pointersOf(Array.from({ length: 6 }, () => piece()))).toEqual(['/quotes']);
    for (const odd of [[null], ['text'], [[]], {}, 'text', null]) {
      expect(new Set(await pointersOf(odd))).toContain('/quotes');
    }
    await write([piece({ end: [...TEXT].length })]).expect(201);
    await write([]).expect(201);
  });

  it('stay through an edit that leaves them out, and change with one that does not', async () => {
    const { body: comment } = await write([piece()]).expect(201);
    const kept = await edit(comment.id, 1, { body: 'See here.' }, site.author).expect(200);
    expect(kept.body.quotes).toMatchObject([{ text: PIECE }]);
    const other = await edit(
      comment.id,
      2,
      { body: 'See here.', quotes: [piece({ start: 0, end: 5 })] },
      site.author,
    ).expect(200);
    expect(other.body).toMatchObject({ version: 3, quotes: [{ text: 'Pirms' }] });
    const none = await edit(comment.id, 3, { body: 'See here.', quotes: [] }, site.author).expect(
      200,
    );
    expect(none.body).toMatchObject({ version: 4, quotes: [] });
    await edit(comment.id, 4, { body: 'x', quotes: [piece({ version: 9 })] }, site.author).expect(
      422,
    );
  });

  it('do not stand in the way of a request that is sent again', async () => {
    const send = () => write([piece()]).set('idempotency-key', `again-${postId}`);
    const first = await send().expect(201);
    await app.request.delete(`/api/v1/comments/${source.id}`).set(reader.auth).expect(204);
    expect((await send().expect(201)).body).toEqual(first.body);
    await write([piece()]).expect(422);
  });

  it('have every reader load the thread again where more comments quote one than events would tell', async () => {
    const { body: comment } = await write([piece()]).expect(201);
    await database().query(
      `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision, renderer,
         created_at, published_at, body, html, quotes)
       select gen_random_uuid(), post_id, root_id, 0, author_id, 'published', true, 1, 1, now(), now(), 'x', 'x', quotes
       from comments, generate_series(1, 100) where id = $1`,
      [comment.id],
    );
    await app.request.delete(`/api/v1/comments/${source.id}`).set(reader.auth).expect(204);
    const { body } = await app.request.get(`/api/v1/posts/${postId}/events`).expect(200);
    expect(body.events.map(({ type }: { type: string }) => type)).toEqual([
      'comment.created',
      'comment.created',
      'comment.deleted',
      'thread.replaced',
    ]);
  });

  const database = () => site.database;
});
