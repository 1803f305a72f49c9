import { BulkRunner } from '../../src/moderation/decisions/bulk-runner.js';
import { ended, outcomes, readJob, startBulk } from '../support/bulk.js';
import { findDrift } from '../support/counters.js';
import { made } from '../support/decisions.js';
import { inFull } from '../support/full-form.js';
import { decide, outcomeOf } from '../support/moderation.js';
import { moderator, type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('a decision on many comments', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', reader: 'member' },
    env: { RATE_LIMITS: 'off' },
  });
  let author: Person;
  let post: string;
  beforeEach(async () => {
    author = await register(site.app);
    post = (await createPost(site.app, site.editor)).id;
  });

  const removal = { action: 'remove', reason: 'spam' };
  const write = async (count: number, by = author, parentId?: string) => {
    const written = [];
    for (let at = 0; at < count; at++)
      written.push(await say(site.app, by, post, `No ${at}`, parentId));
    return written;
  };
  const statuses = async () =>
    (
      await site.database.query<{ status: string; count: number }>(
        'select status, count(*)::integer as count from comments where post_id = $1 group by 1 order by 1',
        [post],
      )
    ).map(({ status, count }) => `${count} ${status}`);

  it('removes what was selected, with an event for each and every counter right', async () => {
    const spam = await write(30);
    const [kept] = await write(1, site.reader, spam[0].id);
    const { seq } = await readPage(site.app, post);
    const comments = spam.map(({ id, version }) => ({ id, version }));
    const job = await startBulk(site.app, site.staff, { ...removal, comments });
    expect(job).toMatchObject({ state: 'running', total: 30, done: 0, action: 'remove' });
    expect(await ended(site.app, site.staff, job.id)).toMatchObject({
      state: 'done',
      done: 30,
      refused: 0,
    });
    expect(await statuses()).toEqual(['1 published', '30 removed']);
    const page = await readPage(site.app, post);
    expect(page.items.map(({ id }) => id)).toEqual([spam[0].id, kept.id]);
    expect(page.seq).toBe(seq + 30);
    const { body } = await site.app.request
      .get(`/api/v1/posts/${post}/events`)
      .query({ after: seq })
      .expect(200);
    expect(body.events.map((event: { seq: number }) => event.seq)).toEqual(
      spam.map((_, at) => seq + 1 + at),
    );
    expect(await findDrift(site.database)).toEqual([]);
  });

  it('says for each comment why it was refused, as a single decision would', async () => {
    const [edited, removed, answered, plain] = await write(4);
    await site.app.request
      .patch(`/api/v1/comments/${edited.id}`)
      .set({ ...author.auth, 'if-match': '1' })
      .send({ body: 'Better' })
      .expect(200);
    await made(site.app, site.staff, `comments/${removed.id}`, { ...removal, version: 1 });
    await say(site.app, site.staff, post, 'I disagree', answered.id);
    const comments = [
      { id: edited.id, version: 1 },
      { id: removed.id, version: 2 },
      { id: answered.id, version: 1 },
      { id: plain.id, version: 1 },
      { id: '01900000-0000-7000-8000-000000000000', version: 1 },
    ];
    const job = await startBulk(site.app, site.staff, { ...removal, comments });
    expect(await ended(site.app, site.staff, job.id)).toMatchObject({
      total: 4,
      done: 1,
      refused: 3,
    });
    expect(Object.fromEntries(await outcomes(site.app, site.staff, job.id))).toEqual({
      [edited.id]: 'version-conflict',
      [removed.id]: 'decision-does-not-fit',
      [answered.id]: 'conflict-of-interest',
      [plain.id]: 'done',
    });
    const log = await site.database.query('select 1 from decisions where comment_id = $1', [
      edited.id,
    ]);
    expect(log).toEqual([]);
  });

  it('finds what fits a filter: by author, post, time and kind', async () => {
    await write(3);
    await write(2, site.reader);
    const totalOf = async (filter: object) => {
      const job = await startBulk(site.app, site.staff, { action: 'approve', ...filter });
      return (await ended(site.app, site.staff, job.id)).total;
    };
    expect(await totalOf({ author: author.id })).toBe(3);
    expect(await totalOf({ post })).toBe(5);
    expect(await totalOf({ post, author: site.reader.id })).toBe(2);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await totalOf({ post, since: later })).toBe(0);
    expect(await totalOf({ post, kind: 'held' })).toBe(0);
    expect(await totalOf({ post, kind: 'new' })).toBe(5);
  });

  it('is refused without a selection, with too much of one, and without a reason', async () => {
    const ask = (input: object) =>
      site.app.request.post('/api/v1/moderation/bulk').set(site.staff.auth).send(input);
    const id = '01900000-0000-7000-8000-000000000000';
    const pointers = [
      await ask(removal),
      await ask({ ...removal, since: new Date().toISOString() }),
      await ask({ ...removal, author: id, comments: [] }),
      await ask({ action: 'remove', author: id }),
    ].map((answer) => [answer.status, answer.body.errors[0].pointer]);
    expect(pointers).toEqual([
      [422, '/comments'],
      [422, '/comments'],
      [422, '/comments'],
      [422, '/reason'],
    ]);
    await site.app.request
      .post('/api/v1/moderation/bulk')
      .set(author.auth)
      .send(removal)
      .expect(403);
    expect(
      outcomeOf(await site.app.request.get('/api/v1/moderation/bulk/none').set(site.staff.auth)),
    ).toBe('404 bulk-job-not-found');
  });

  inFull('goes on where it was when the node that had it is gone', async () => {
    await write(60);
    const job = await startBulk(site.app, site.staff, { ...removal, author: author.id });
    await until(
      'the job to be under way',
      async () => (await readJob(site.app, site.staff, job.id)).done > 0,
    );
    // The node stops between two batches, and a node that never returns seems to hold the job.
    await site.app.app.get(BulkRunner).beforeApplicationShutdown();
    const between = await readJob(site.app, site.staff, job.id);
    await site.database.query(
      `update bulk_jobs set node = gen_random_uuid(), beat_at = now() - interval '1 minute' where id = $1`,
      [job.id],
    );
    const other = await site.start();
    try {
      expect(await ended(other, site.staff, job.id)).toMatchObject({ state: 'done', done: 60 });
    } finally {
      await other.close();
      site.app.app.get(BulkRunner).onApplicationBootstrap();
    }
    expect(between.done).toBeGreaterThan(0);
    const [{ count }] = await site.database.query<{ count: number }>(
      `select count(*)::integer as count from decisions where post_id = $1 and action = 'remove'`,
      [post],
    );
    expect(count).toBe(60);
    expect(await findDrift(site.database)).toEqual([]);
  });

  it('can be stopped, and what it did be taken back by another', async () => {
    await write(40);
    const job = await startBulk(site.app, site.staff, { ...removal, author: author.id });
    await until(
      'the job to be under way',
      async () => (await readJob(site.app, site.staff, job.id)).done > 0,
    );
    const cancel = () =>
      site.app.request.post(`/api/v1/moderation/bulk/${job.id}/cancel`).set(site.staff.auth).send();
    const stopped = await cancel();
    // The job may have ended just before.
    expect(['200', '409 decision-does-not-fit']).toContain(outcomeOf(stopped));
    expect(outcomeOf(await cancel())).toBe('409 decision-does-not-fit');
    const { done } = await ended(site.app, site.staff, job.id);
    expect(await statuses()).toContain(`${done} removed`);
    const back = await startBulk(site.app, site.staff, { action: 'restore', job: job.id });
    expect(await ended(site.app, site.staff, back.id)).toMatchObject({
      total: done,
      done,
      refused: 0,
    });
    expect(await statuses()).toEqual(['40 published']);
    const { body } = await site.app.request
      .get('/api/v1/moderation/bulk')
      .set(site.staff.auth)
      .expect(200);
    expect(body.items.slice(0, 2).map(({ id }: { id: string }) => id)).toEqual([back.id, job.id]);
  });

  it.each<[string, (former: Person) => PromiseLike<unknown>]>([
    [
      'has lost the role',
      ({ username }) =>
        site.app.request
          .put(`/api/v1/users/${username}/role`)
          .set(site.editor.auth)
          .send({ role: 'member' })
          .expect(200),
    ],
    [
      'is suspended',
      ({ id }) =>
        decide(site.app, site.editor, `users/${id}`, {
          action: 'suspend',
          reason: 'other',
          until: new Date(Date.now() + 3_600_000).toISOString(),
        }),
    ],
  ])('ends when the moderator who began it %s', async (_, lose) => {
    await write(1);
    const former = await moderator(site.app, site.editor);
    await site.app.app.get(BulkRunner).beforeApplicationShutdown();
    const job = await startBulk(site.app, former, { ...removal, author: author.id });
    await lose(former);
    site.app.app.get(BulkRunner).onApplicationBootstrap();
    expect(await ended(site.app, site.staff, job.id)).toMatchObject({ state: 'failed', done: 0 });
    expect(await statuses()).toEqual(['1 published']);
  });

  it('fails when the rest of it cannot be selected, and keeps up none that is younger', async () => {
    await write(1);
    await site.app.app.get(BulkRunner).beforeApplicationShutdown();
    const answer = await decide(site.app, site.staff, `users/${author.id}`, {
      action: 'ban',
      reason: 'spam',
      removeDays: 1,
    });
    const { id } = answer.body.removal;
    await site.database.query(
      `update bulk_jobs set rest = '{ "author": "nobody" }' where id = $1`,
      [id],
    );
    const [other] = await write(1, site.reader);
    const younger = await startBulk(site.app, site.staff, {
      ...removal,
      comments: [{ id: other.id, version: 1 }],
    });
    site.app.app.get(BulkRunner).onApplicationBootstrap();
    expect(await ended(site.app, site.staff, id)).toMatchObject({ state: 'failed', done: 1 });
    expect(await ended(site.app, site.staff, younger.id)).toMatchObject({ state: 'done', done: 1 });
  });
});
