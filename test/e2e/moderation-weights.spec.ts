import { Rounds } from '../../src/nodes/background-rounds.js';
import { decide, flag, readQueue } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('reports together', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', author: 'member' },
    env: { TRUSTED_PROXIES: '127.0.0.1' },
    prepare: (starting) => void starting.get(Rounds).periods.set('retention', 100),
  });
  let readers: Person[];
  let post: string;

  beforeAll(async () => {
    readers = await Promise.all(Array.from({ length: 9 }, () => register(site.app)));
    await age();
    post = (await createPost(site.app, site.editor)).id;
  });

  /** Makes all accounts old. */
  const age = () => site.database.query(`update users set created_at = now() - interval '1 month'`);
  const from = (by: Person, address: string, id: string, report: object = { reason: 'abusive' }) =>
    site.app.request
      .post(`/api/v1/comments/${id}/flags`)
      .set({ ...by.auth, 'x-forwarded-for': address })
      .send(report);
  const statusOf = async (id: string) =>
    (await site.app.request.get(`/api/v1/comments/${id}`).set(site.author.auth).expect(200)).body;
  const settings = (change: object) =>
    site.app.request
      .patch('/api/v1/moderation/settings')
      .set(site.editor.auth)
      .send(change)
      .expect(200);
  const networks = (count: number) =>
    Array.from({ length: count }, (_, n) => (n % 2 ? `203.0.${n}.7` : `2001:db8:${n}::1`));

  it('hide a comment when enough networks weigh enough, and say so to its author alone', async () => {
    const { id } = await say(site.app, site.author, post, 'Reported by many');
    for (const [n, address] of networks(7).entries()) {
      expect((await statusOf(id)).status).toBe('published');
      expect((await from(readers[n], address, id)).status).toBe(201);
    }
    const own = await statusOf(id);
    expect(own.status).toBe('held');
    expect(own.hold).toEqual([
      { rule: 'reported-by-readers', detail: expect.stringContaining('Several readers') },
    ]);
    expect(JSON.stringify(own)).not.toContain(readers[0].username);
    await site.app.request.get(`/api/v1/comments/${id}`).expect(404);
    const { items } = await readQueue(site.app, site.staff, { kind: 'held' });
    expect(items).toEqual([expect.objectContaining({ id, kind: 'held', flagCount: 7, score: 14 })]);

    const log = await site.app.request
      .get('/api/v1/moderation/log')
      .set(site.staff.auth)
      .expect(200);
    expect(log.body.items[0]).toMatchObject({ commentId: id, action: 'hold', moderator: null });
    await decide(site.app, site.staff, `comments/${id}`, {
      action: 'approve',
      version: own.version,
    });
    await site.app.request.get(`/api/v1/comments/${id}`).expect(200);
    // An approved comment is not hidden again while its text is unchanged.
    for (const [n, address] of networks(8).entries()) await from(readers[n], address, id);
    expect((await statusOf(id)).status).toBe('published');
    await decide(site.app, site.staff, `comments/${id}`, {
      action: 'approve',
      version: own.version + 1,
    });
  });

  it('from one network count once, however many accounts send them', async () => {
    const { id } = await say(site.app, site.author, post, 'Brigaded');
    for (const [n, reader] of readers.entries()) {
      await from(reader, n % 2 ? `203.0.113.${n}` : `2001:db8:1:2::${n}`, id).expect(201);
    }
    expect((await statusOf(id)).status).toBe('published');
    const [item] = (await readQueue(site.app, site.staff, { kind: 'reported' })).items;
    expect(item).toMatchObject({ id, flagCount: 9 });
    await decide(site.app, site.staff, `comments/${id}`, { action: 'approve', version: 1 });
  });

  it('hide sooner or never, as the site says', async () => {
    await settings({ flagSensitivity: 'disabled' });
    const spared = await say(site.app, site.author, post, 'Never hidden');
    for (const [n, address] of networks(9).entries()) await from(readers[n], address, spared.id);
    expect((await statusOf(spared.id)).status).toBe('published');
    const changed = await settings({ flagSensitivity: 'high' });
    expect(changed.body).toEqual({
      flagSensitivity: 'high',
      hideScore: 12.5,
      holdFirstComments: 0,
      readOnly: false,
      confirmEmails: false,
      unconfirmedMayComment: true,
      staffSecondFactor: false,
      guests: 'off',
      termsVersion: '',
      termsUrl: '',
    });
    const { id } = await say(site.app, site.author, post, 'Soon hidden');
    await from(readers[6], '198.51.100.1', id);
    await from(readers[7], '198.51.101.1', id);
    expect((await statusOf(id)).status).toBe('published');
    await from(readers[8], '198.51.102.1', id);
    expect((await statusOf(id)).status).toBe('held');
    await settings({ flagSensitivity: 'low' });
    await site.app.request
      .patch('/api/v1/moderation/settings')
      .set(site.staff.auth)
      .send({})
      .expect(403);
    await site.app.request.get('/api/v1/moderation/settings').set(site.staff.auth).expect(200);
    await site.database.query(`update comment_flags set state = 'gone' where state = 'open'`);
    await site.database.query(`update comments set status = 'removed' where status = 'held'`);
  });

  it('weigh by the record of who sent them, and order the queue so', async () => {
    const [good, bad] = [await register(site.app), await register(site.app)];
    await age();
    for (let n = 0; n < 6; n++) {
      const { id } = await say(site.app, site.author, post, `Before ${n}`);
      await flag(site.app, good, id);
      await decide(site.app, site.staff, `comments/${id}`, {
        action: 'remove',
        reason: 'spam',
        version: 1,
      });
      const other = await say(site.app, site.author, post, `Fine ${n}`);
      await flag(site.app, bad, other.id);
      await decide(site.app, site.staff, `comments/${other.id}`, { action: 'approve', version: 1 });
    }
    const one = await say(site.app, site.author, post, 'Reported by who errs');
    await flag(site.app, bad, one.id);
    const two = await say(site.app, site.author, post, 'Reported by anybody');
    await flag(site.app, readers[0], two.id);
    const three = await say(site.app, site.author, post, 'Reported by who is right');
    await flag(site.app, good, three.id);
    const byScore = await walk({ sort: 'score', kind: 'reported', limit: 1 });
    expect(byScore.map((item) => item.id)).toEqual([three.id, two.id, one.id]);
    expect(byScore[0].score).toBeCloseTo(2 + (5 * Math.log(6)) / Math.log(4), 4);
    expect(byScore[1].score).toBe(2);
    expect(byScore[2].score).toBe(0);
    const byAge = await walk({ sort: 'age', limit: 2 });
    expect(byAge.map((item) => item.id)).toEqual([one.id, two.id, three.id]);
    await site.database.query(`update comment_flags set state = 'gone' where state = 'open'`);
  });

  it('keep the text that was reported, also when it is edited', async () => {
    const { id } = await say(site.app, site.author, post, 'You are all fools');
    await from(readers[0], '198.51.100.1', id);
    await site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...site.author.auth, 'if-match': '1' })
      .send({ body: 'You are all friends' })
      .expect(200);
    const [item] = (await readQueue(site.app, site.staff, { kind: 'reported' })).items;
    expect(item.flaggedTexts).toEqual([{ version: 1, body: 'You are all fools' }]);
    expect(item.flags[0].version).toBe(1);
    expect(JSON.stringify(await readPage(site.app, post))).not.toContain('all fools');
    await site.app.request.delete(`/api/v1/comments/${id}`).set(site.author.auth).expect(204);
    const kept = await site.database.query('select 1 from flagged_texts where comment_id = $1', [
      id,
    ]);
    expect(kept).toEqual([]);
  });

  it('keep no address, and the hash of a network for thirty days', async () => {
    const { id } = await say(site.app, site.author, post, 'Hashed');
    await from(readers[0], '198.51.100.77', id);
    await from(readers[1], '198.51.100.78', id);
    const clusters = () =>
      site.database.query<{ cluster: Buffer | null }>(
        'select cluster from comment_flags where comment_id = $1 order by id',
        [id],
      );
    const [one, two] = await clusters();
    expect(one.cluster).toHaveLength(24);
    expect(one.cluster!.equals(two.cluster!)).toBe(true);
    await site.database.query(
      `update comment_flags set created_at = now() - interval '31 days'
       where comment_id = $1 and user_id = $2`,
      [id, readers[0].id],
    );
    await until(
      'the older one to be forgotten',
      async () => (await clusters())[0].cluster === null,
    );
    expect((await clusters())[1].cluster).toEqual(two.cluster);
    await decide(site.app, site.staff, `comments/${id}`, { action: 'approve', version: 1 });
  });

  it('from one network count once, also when its hash is forgotten', async () => {
    const { id } = await say(site.app, site.author, post, 'A brigade of long ago');
    for (const [n, reader] of readers.slice(0, 6).entries())
      await from(reader, `198.51.100.${n + 1}`, id);
    await site.database.query(
      `update comment_flags set created_at = now() - interval '31 days' where comment_id = $1`,
      [id],
    );
    await until('the hashes to be forgotten', async () => {
      const [{ kept }] = await site.database.query<{ kept: number }>(
        'select count(cluster)::integer as kept from comment_flags where comment_id = $1',
        [id],
      );
      return kept === 0;
    });
    // Reports from seven networks would hide it.
    await from(readers[6], '203.0.113.9', id);
    expect((await statusOf(id)).status).toBe('published');
    await decide(site.app, site.staff, `comments/${id}`, { action: 'approve', version: 1 });
  });

  it('leave what nobody has looked at under "new", until somebody has', async () => {
    const quiet = (await createPost(site.app, site.editor)).id;
    const { id } = await say(site.app, site.author, quiet, 'Nobody has seen this');
    await say(site.app, site.staff, quiet, 'What staff writes waits for nobody');
    const newest = async () =>
      (await readQueue(site.app, site.staff, { kind: 'new', sort: 'score' })).items;
    expect((await newest())[0]).toMatchObject({ id, kind: 'new', flags: [], subject: 'comment' });
    const all = await walk({ kind: 'new', limit: 3 });
    expect(all.at(-1)!.id).toBe(id);
    expect(new Set(all.map((item) => item.id)).size).toBe(all.length);
    await from(readers[0], '198.51.100.1', id);
    expect((await newest()).map((item) => item.id)).not.toContain(id);
    await decide(site.app, site.staff, `comments/${id}`, { action: 'approve', version: 1 });
    expect((await newest()).map((item) => item.id)).not.toContain(id);
    await site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...site.author.auth, 'if-match': '2' })
      .send({ body: 'Something else' })
      .expect(200);
    expect((await newest())[0].id).toBe(id);
  });

  async function walk(query: object) {
    const seen = [];
    let cursor: string | null = null;
    do {
      const page = await readQueue(site.app, site.staff, {
        ...query,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return seen;
  }

  it('from seven links of one home line are one voice, and from a site two', async () => {
    for (const [line, title] of [
      [(n: number) => `2001:db8:a:${(0x100 + n).toString(16)}::1`, 'One home line'],
      [(n: number) => `2001:db8:b:${(0x100 * n).toString(16)}::1`, 'One site'],
    ] as const) {
      const { id } = await say(site.app, site.author, post, title);
      for (const [n, reader] of readers.entries()) await from(reader, line(n), id).expect(201);
      expect((await statusOf(id)).status).toBe('published');
      const voices = await site.database.query(
        'select distinct voice from comment_flags where comment_id = $1',
        [id],
      );
      expect(voices).toHaveLength(title === 'One site' ? 2 : 1);
    }
  });

  it('of new accounts weigh half', async () => {
    const { id } = await say(site.app, site.author, post, 'Reported by new accounts');
    const joined = await Promise.all(Array.from({ length: 13 }, () => register(site.app)));
    for (const [n, address] of networks(13).entries()) {
      expect((await statusOf(id)).status).toBe('published');
      await from(joined[n], address, id).expect(201);
    }
    expect((await statusOf(id)).status).toBe('held');
  });
});
