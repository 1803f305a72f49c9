import { inFull } from '../support/full-form.js';
import { decide, flag, outcomeOf, readQueue } from '../support/moderation.js';
import { register } from '../support/people.js';
import { useSite } from '../support/site.js';
import type { TestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';

describe('a notice of illegal content', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', author: 'member' },
    env: { TRUSTED_PROXIES: '127.0.0.1' },
  });
  let post: string;
  let network = 0;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  const give = (
    url: string,
    change: object = {},
    address = `203.0.${++network}.1`,
    { request }: Pick<TestApp, 'request'> = site.app,
  ) =>
    request
      .post('/api/v1/notices')
      .set('x-forwarded-for', address)
      .send({
        url,
        category: 'defamation',
        explanation: 'It accuses a living person of a crime, without a source.',
        name: 'Anna Kalniņa',
        email: 'anna@example.org',
        goodFaith: true,
        ...change,
      });
  const read = ({ id, secret }: { id: string; secret: string }) =>
    site.app.request.get(`/api/v1/notices/${id}`).query({ secret });

  it('is taken without an account, waits in the queue, and is answered by the decision', async () => {
    const { id } = await say(site.app, site.author, post, 'An accusation');
    const receipt = (await give(`https://reviews.example/film?page=2#comment-${id}`).expect(201))
      .body;
    expect(receipt).toEqual({
      id: expect.any(String),
      reference: expect.stringMatching(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/),
      secret: expect.stringMatching(/^[\w-]{32}$/),
      state: 'received',
      createdAt: expect.any(String),
    });
    const [item] = (await readQueue(site.app, site.staff, { kind: 'reported', sort: 'score' }))
      .items;
    expect(item).toMatchObject({ id, illegal: true, noticeCount: 1, flagCount: 0 });
    expect(item.notices[0]).toMatchObject({ reference: receipt.reference, category: 'defamation' });
    expect(JSON.stringify(item)).not.toContain('anna@example.org');

    const before = (await read(receipt).expect(200)).body;
    expect(before).toMatchObject({
      state: 'received',
      outcome: null,
      decidedAt: null,
      commentId: id,
    });
    const removal = { action: 'remove', reason: 'illegal', version: 1 };
    expect((await decide(site.app, site.staff, `comments/${id}`, removal)).status).toBe(201);
    const after = (await read(receipt).expect(200)).body;
    expect(after).toMatchObject({
      state: 'decided',
      outcome: {
        action: 'remove',
        reason: 'illegal',
        text: 'Moderation has removed the comment as illegal content.',
      },
    });
    expect(after.history.map((event: { type: string }) => event.type)).toEqual([
      'received',
      'decided',
    ]);
    for (const word of [site.staff.id, site.staff.username]) {
      expect(JSON.stringify(after)).not.toContain(word);
    }
    await decide(site.app, site.editor, `comments/${id}`, { action: 'restore', version: 2 });
    const restored = (await read(receipt).expect(200)).body;
    expect(restored.outcome.action).toBe('restore');
    expect(restored.history.at(-1).type).toBe('changed');
  });

  it('shares the item of reports, and is disagreed with by approving', async () => {
    const { id } = await say(site.app, site.author, post, 'Harmless');
    const receipt = (await give(id).expect(201)).body;
    await flag(site.app, await register(site.app), id, { reason: 'illegal' });
    const { items } = await readQueue(site.app, site.staff, { kind: 'reported' });
    expect(items.filter((item) => item.id === id)).toEqual([
      expect.objectContaining({ flagCount: 1, noticeCount: 1, score: 11 }),
    ]);
    await decide(site.app, site.staff, `comments/${id}`, { action: 'approve', version: 1 });
    expect((await read(receipt).expect(200)).body).toMatchObject({
      state: 'decided',
      outcome: { action: 'approve', reason: null },
    });
    expect((await readQueue(site.app, site.staff)).items.filter((item) => item.id === id)).toEqual(
      [],
    );
  });

  it('says so when the comment was deleted before anybody decided', async () => {
    const one = await say(site.app, site.author, post, 'Deleted at once');
    const two = await say(site.app, site.author, post, 'Deleted with an answer');
    await say(site.app, site.staff, post, 'The answer', two.id);
    for (const { id } of [one, two]) {
      const receipt = (await give(id).expect(201)).body;
      await site.app.request.delete(`/api/v1/comments/${id}`).set(site.author.auth).expect(204);
      const { body } = await read(receipt).expect(200);
      expect(body).toMatchObject({ state: 'gone', outcome: null });
    }
  });

  it('needs a name and an address, but for offences against children', async () => {
    const { id } = await say(site.app, site.author, post, 'Something');
    const nobody = { name: null, email: null };
    const refused = await give(id, nobody);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([
      '/name',
      '/email',
    ]);
    await give(id, { ...nobody, category: 'child_abuse' }).expect(201);
    for (const [change, pointer] of [
      [{ goodFaith: false }, '/goodFaith'],
      [{ email: 'nowhere' }, '/email'],
      [{ explanation: 'Bad.' }, '/explanation'],
      [{ category: 'dull' }, '/category'],
    ] as const) {
      const answer = await give(id, change);
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].pointer).toBe(pointer);
    }
  });

  it('finds no comment that is hidden or was never there', async () => {
    const { id } = await say(site.app, site.author, post, 'Removed');
    await decide(site.app, site.staff, `comments/${id}`, {
      action: 'remove',
      reason: 'spam',
      version: 1,
    });
    const held = (await createPost(site.app, site.editor, { mode: 'premoderated' })).id;
    const waiting = await site.app.request
      .post(`/api/v1/posts/${held}/comments`)
      .set(site.author.auth)
      .send({ body: 'Waits' })
      .expect(202);
    const absent = '01900000-0000-7000-8000-000000000000';
    for (const url of [id, waiting.body.id, absent, 'https://reviews.example/']) {
      expect(outcomeOf(await give(url))).toBe('404 comment-not-found');
    }
  });

  it('is read by those who have the secret', async () => {
    const { id } = await say(site.app, site.author, post, 'Something else');
    const receipt = (await give(id).expect(201)).body;
    const other = (await give(id).expect(201)).body;
    for (const wrong of [
      { ...receipt, secret: other.secret },
      { ...receipt, id: '01900000-0000-7000-8000-000000000000' },
      { ...receipt, id: 'nothing' },
    ]) {
      expect(outcomeOf(await read(wrong))).toBe('404 notice-not-found');
    }
    const stored = await site.database.query<{ row: string }>(
      'select notices::text as row from notices where id = $1',
      [receipt.id],
    );
    expect(stored[0].row).not.toContain(receipt.secret);
  });

  it('keeps no secret for a request that is sent again, which gets the same answer', async () => {
    const { id } = await say(site.app, site.author, post, 'Noticed twice');
    const send = () =>
      give(id, {}, '203.0.113.1').set({ ...site.author.auth, 'idempotency-key': 'notice-1' });
    const first = await send().expect(201);
    const again = await send().expect(201);
    expect(again.text).toBe(first.text);
    expect((await read(first.body)).body).toMatchObject({ id: first.body.id, state: 'received' });
    const [record] = await site.database.query<{ body: string }>(
      `select body from idempotency_records where user_id = $1 and key = 'notice-1'`,
      [site.author.id],
    );
    expect(record.body).toContain(first.body.reference);
    expect(record.body).not.toContain(first.body.secret);
  });

  it('comes from one network at a limited pace, however fast', async () => {
    const { id } = await say(site.app, site.author, post, 'Much noticed');
    const limited = await site.start({ RATE_LIMITS: 'on' });
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, n) => give(id, {}, `198.51.100.${n}`, limited)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(outcomeOf)).toEqual(Array.from({ length: 4 }, () => '429 too-many-notices'));
    expect(refused[0].headers['retry-after']).toBe('3600');
    expect((await give(id, {}, '198.51.101.1', limited)).status).toBe(201);
  });

  inFull(
    'comes from the links of one home line at the pace of one, and from a site at that of two',
    async () => {
      const { id } = await say(site.app, site.author, post, 'Noticed from a site');
      const limited = await site.start({ RATE_LIMITS: 'on' });
      const passing = async (addresses: string[]) => {
        const statuses = [];
        for (const address of addresses)
          statuses.push((await give(id, {}, address, limited)).status);
        return statuses.filter((status) => status === 201).length;
      };
      const links = (line: number) =>
        Array.from({ length: 12 }, (_, n) => `2001:db8:7:${(0x100 * line + n).toString(16)}::1`);
      expect(await passing(links(1))).toBe(10);
      expect(await passing([...links(2).slice(0, 6), ...links(3), ...links(4)])).toBe(10);
      expect(await passing(['2001:db8:8::1'])).toBe(1);
    },
  );
});
