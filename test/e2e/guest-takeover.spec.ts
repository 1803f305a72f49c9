import { Client } from 'pg';
import { NEW_ID_SQL } from '../../src/database/ids.js';
import { beGuest, type Guest } from '../support/guests.js';
import { untilHeldUpBy } from '../support/lock-waits.js';
import { decide, outcomeOf } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { waitLongForLocks } from '../support/pool.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';
import { untilSettled } from '../support/votes.js';

describe('an account that wrote as a guest before', () => {
  const site = useSite({
    people: { editor: 'admin' },
    env: { GUESTS: 'open', RATE_LIMITS: 'off' },
    prepare: waitLongForLocks,
  });
  let post: { id: string };

  beforeAll(async () => {
    post = await createPost(site.app, site.editor);
  });

  const api = () => site.app.request;
  const takeOver = (by: Person, token: string) =>
    api().post('/api/v1/users/me/guest').set(by.auth).send({ token });
  const write = async (guest: Guest, body: string, parentId?: string) =>
    (
      await api()
        .post(`/api/v1/posts/${post.id}/comments`)
        .set(guest.auth)
        .send({ body, ...(parentId && { parentId }) })
        .expect(201)
    ).body;
  const read = async (id: string) => (await api().get(`/api/v1/comments/${id}`).expect(200)).body;
  const vote = (by: Person, id: string) =>
    api().put(`/api/v1/comments/${id}/vote`).set(by.auth).send({ value: 1 }).expect(200);

  it('keeps it, with its ids, replies and the votes of others', async () => {
    const [guest, anna, other] = [
      await beGuest(site.app),
      await register(site.app),
      await register(site.app),
    ];
    const comment = await write(guest, 'as a guest');
    const reply = await say(site.app, other, post.id, 'an answer', comment.id);
    await vote(other, comment.id);
    await vote(anna, comment.id);
    // The round that settles votes locks their comments briefly, and moves a busy one later.
    await untilSettled(site.database);
    await api().get(`/api/v1/posts/${post.id}/comments`).expect(200);
    const taken = await takeOver(anna, guest.token).expect(200);
    expect(taken.body).toEqual({ comments: 1 });
    const moved = await read(comment.id);
    expect(moved.author).toMatchObject({ id: anna.id, username: anna.username, kind: 'member' });
    // Own votes do not count.
    expect(moved.replyCount).toBe(1);
    const [counts] = await site.database.query(
      'select upvotes, downvotes from comments where id = $1',
      [comment.id],
    );
    expect(counts).toEqual({ upvotes: 1, downvotes: 0 });
    expect((await read(reply.id)).parentId).toBe(comment.id);
    const { body: page } = await api().get(`/api/v1/posts/${post.id}/comments`).expect(200);
    const shown = page.items.find(({ id }: { id: string }) => id === comment.id);
    expect(shown.author.id).toBe(anna.id);
    await api()
      .patch(`/api/v1/comments/${comment.id}`)
      .set({ ...anna.auth, 'if-match': `"${moved.version}"` })
      .send({ body: 'as an account' })
      .expect(200);
    await api().get('/api/v1/users/me').set(guest.auth).expect(401);
    await api().post('/api/v1/auth/refresh').send({ refreshToken: guest.refreshToken }).expect(401);
  });

  it('is one of many that try at once', async () => {
    const guest = await beGuest(site.app);
    const comment = await write(guest, 'wanted by many');
    const accounts = await Promise.all(Array.from({ length: 6 }, () => register(site.app)));
    const answers = await Promise.all(accounts.map((account) => takeOver(account, guest.token)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(5);
    expect((await read(comment.id)).author.id).toBe(accounts[statuses.indexOf(200)].id);
  });

  it('shows the token of a guest whose session goes on, and no other', async () => {
    const [guest, other, anna] = [
      await beGuest(site.app),
      await register(site.app),
      await register(site.app),
    ];
    const comment = await write(guest, 'nobody else’s');
    const [header, payload, signature] = guest.token.split('.');
    const changed = Buffer.from(
      JSON.stringify({
        ...JSON.parse(Buffer.from(payload, 'base64url').toString()),
        sub: other.id,
      }),
    ).toString('base64url');
    for (const token of [
      other.token,
      anna.token,
      guest.id,
      guest.refreshToken,
      '',
      `${header}.${changed}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
      `${header}.${payload}.`,
    ]) {
      const refused = await takeOver(anna, token).expect(409);
      expect(refused.body.type).toBe('/problems/guest-session-ended');
      expect(JSON.stringify(refused.body)).not.toContain(guest.token);
    }
    await api().post('/api/v1/auth/logout').set(guest.auth).expect(204);
    await takeOver(anna, guest.token).expect(409);
    expect((await read(comment.id)).author.id).toBe(guest.id);
    await api().post('/api/v1/users/me/guest').send({ token: guest.token }).expect(401);
  });

  it('keeps very many comments, too, the busy ones among them as soon as they are free', async () => {
    const guest = await beGuest(site.app);
    const anna = await register(site.app);
    const comment = await write(guest, 'the first of many');
    const columns = (
      await site.database.query<{ name: string }>(
        `select quote_ident(column_name) as name from information_schema.columns
         where table_schema = current_schema() and table_name = 'comments' and is_generated = 'NEVER' and column_name <> 'id'`,
      )
    ).map(({ name }) => name);
    await site.database.query(
      `insert into comments (id, ${columns.join()})
       select gen_random_uuid(), ${columns.join()} from comments, generate_series(1, 2500) where id = $1`,
      [comment.id],
    );
    const countOf = async ({ id }: { id: string }) =>
      (
        await site.database.query<{ count: number }>(
          'select count(*)::integer as count from comments where author_id = $1',
          [id],
        )
      )[0].count;
    const busy = new Client(site.database.connection);
    await busy.connect();
    try {
      await busy.query('begin');
      await busy.query('select from comments where id = $1 for no key update', [comment.id]);
      const taken = await takeOver(anna, guest.token).expect(200);
      expect(taken.body).toEqual({ comments: 2501 });
      await until('all but the busy one', async () => (await countOf(guest)) === 1);
      await busy.query('commit');
    } finally {
      await busy.end();
    }
    await until('the busy one', async () => (await countOf(guest)) === 0);
    expect(await countOf(anna)).toBe(2501);
    const moving = await site.database.query('select from authorships where moving');
    expect(moving).toEqual([]);
  });

  it('does not get away from what moderators have decided', async () => {
    const guest = await beGuest(site.app);
    const anna = await register(site.app);
    const comment = await write(guest, 'of somebody suspended');
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const suspension = { action: 'suspend', reason: 'spam', until };
    await decide(site.app, site.editor, `users/${guest.id}`, suspension);
    const refused = await takeOver(anna, guest.token).expect(403);
    expect(refused.body.type).toBe('/problems/guest-sanctioned');
    expect((await read(comment.id)).author.id).toBe(guest.id);
    // The refusal has not ended the session.
    await api().get('/api/v1/users/me').set(guest.auth).expect(200);
  });

  it('does not get away from a ban that is decided at the same moment', async () => {
    const guest = await beGuest(site.app);
    const anna = await register(site.app);
    const comment = await write(guest, 'of somebody banned');
    const ban = new Client(site.database.connection);
    await ban.connect();
    try {
      await ban.query('begin');
      await ban.query(`update users set standing = 'banned' where id = $1`, [guest.id]);
      const answer = takeOver(anna, guest.token).then((one) => one);
      await untilHeldUpBy(ban, site.database);
      await ban.query('commit');
      expect(outcomeOf(await answer)).toBe('403 guest-sanctioned');
    } finally {
      await ban.end();
    }
    expect((await read(comment.id)).author.id).toBe(guest.id);
  });

  it('is decided on in place of the guest since', async () => {
    const guest = await beGuest(site.app);
    const anna = await register(site.app);
    const seen = await api()
      .get(`/api/v1/moderation/users/${guest.id}`)
      .set(site.editor.auth)
      .expect(200);
    await takeOver(anna, guest.token).expect(200);
    const ban = { action: 'ban', reason: 'spam' };
    const on = (input: object) => decide(site.app, site.editor, `users/${guest.id}`, input);
    const stale = await on({ ...ban, version: seen.body.user.version });
    expect(outcomeOf(stale)).toBe('409 version-conflict');
    const late = await on(ban);
    expect(outcomeOf(late)).toBe('409 decision-does-not-fit');
    expect(late.body.detail).toContain(anna.username);
  });

  it('takes over nothing that it may not publish itself', async () => {
    const guest = await beGuest(site.app);
    const anna = await register(site.app);
    const comment = await write(guest, 'public already');
    const standing = (action: string) =>
      decide(site.app, site.editor, `users/${anna.id}`, { action, reason: 'spam' });
    expect((await standing('premoderate')).status).toBe(201);
    expect(outcomeOf(await takeOver(anna, guest.token))).toBe('403 account-sanctioned');
    expect((await standing('reinstate')).status).toBe(201);
    // A separate node each time, since nodes cache accounts.
    const ask = async () => {
      const strict = await site.start({ UNCONFIRMED_MAY_COMMENT: 'false' });
      const { token } = guest;
      return strict.request.post('/api/v1/users/me/guest').set(anna.auth).send({ token });
    };
    expect(outcomeOf(await ask())).toBe('403 email-unconfirmed');
    expect((await read(comment.id)).author.id).toBe(guest.id);
    await site.database.query('update users set email_verified_at = now() where id = $1', [
      anna.id,
    ]);
    expect(outcomeOf(await ask())).toBe('200');
    expect((await read(comment.id)).author.id).toBe(anna.id);
  });

  it('is told of the decisions on it, and of the updates that its comments led to', async () => {
    const guest = await beGuest(site.app);
    const anna = await register(site.app);
    const comment = await write(guest, 'a mistake in the text');
    const [update] = await site.database.query<{ id: string }>(
      `with made as (insert into post_updates (id, post_id, author_id, revision, body, html)
         values (gen_random_uuid(), $1, $2, 1, 'Corrected', '<p>Corrected</p>') returning id),
       credited as (insert into post_update_credits (update_id, comment_id, post_id, user_id)
         select id, $3, $1, $4 from made)
       select id from made`,
      [post.id, site.editor.id, comment.id, guest.id],
    );
    await site.database.query(
      `insert into notifications (id, user_id, type, cause, state, ready_at)
       values (${NEW_ID_SQL}, $1, 'decision', gen_random_uuid(), 'told', now())`,
      [guest.id],
    );
    await takeOver(anna, guest.token).expect(200);
    const credits = await site.database.query(
      'select user_id as id from post_update_credits where update_id = $1',
      [update.id],
    );
    expect(credits).toEqual([{ id: anna.id }]);
    const told = await site.database.query('select type from notifications where user_id = $1', [
      anna.id,
    ]);
    expect(told).toEqual([{ type: 'decision' }]);
  });
});
