import { randomBytes } from 'node:crypto';
import { LIMIT_CLASSES } from '../../src/auth/limits/limit-classes.js';
import { inFull } from '../support/full-form.js';
import { waitForJobs } from '../support/jobs.js';
import { mailsTo, mailTo, SUBJECTS, tokenIn } from '../support/mails.js';
import { logIn, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';
import { until } from '../support/until.js';

const PASSWORD = 'correct horse battery';

describe('a site that confirms addresses first', () => {
  const site = useSite({ people: { editor: 'admin' }, env: { CONFIRM_EMAILS: 'true' } });

  const post = (path: string, body: object) =>
    site.app.request.post(`/api/v1/auth/${path}`).send(body);
  const account = (email?: string) => {
    const username = `reader-${randomBytes(6).toString('hex')}`;
    return { email: email ?? `${username}@example.org`, username, password: PASSWORD };
  };
  const begin = async (email?: string) => {
    const begun = account(email);
    await post('register', begun).expect(202);
    return begun;
  };
  const join = async () => {
    const begun = await begin();
    const token = tokenIn(await mailTo(site.app, begun.email, SUBJECTS.confirm));
    await post('verify-email', { token }).expect(200);
    return begun;
  };

  it('gives no tokens until the link was opened', async () => {
    const anna = await begin();
    const login = { login: anna.username, password: PASSWORD };
    const refused = await post('login', login).expect(403);
    expect(refused.body.type).toBe('/problems/email-unconfirmed');
    await post('login', { ...login, password: 'wrong' }).expect(401);
    await post('login', { ...login, login: anna.email }).expect(401);
    await site.app.request.get(`/api/v1/users/${anna.username}`).expect(404);
    const flagged = await site.app.request
      .post(`/api/v1/users/${anna.username}/flags`)
      .set(site.editor.auth)
      .send({ field: 'name', reason: 'spam' })
      .expect(404);
    expect(flagged.body.type).toBe('/problems/user-not-found');
    const token = tokenIn(await mailTo(site.app, anna.email, SUBJECTS.confirm));
    await post('verify-email', { token }).expect(200);
    const { user } = await logIn(site.app, anna.email, PASSWORD);
    expect(user.username).toBe(anna.username);
    await site.app.request.get(`/api/v1/users/${anna.username}`).expect(200);
  });

  it('gives no role before, which would be lost with the account', async () => {
    const anna = await begin();
    const answer = await site.app.request
      .put(`/api/v1/users/${anna.username}/role`)
      .set(site.editor.auth)
      .send({ role: 'admin' })
      .expect(409);
    expect(answer.body.type).toBe('/problems/account-pending');
    const token = tokenIn(await mailTo(site.app, anna.email, SUBJECTS.confirm));
    await post('verify-email', { token }).expect(200);
    await site.app.request
      .put(`/api/v1/users/${anna.username}/role`)
      .set(site.editor.auth)
      .send({ role: 'moderator' })
      .expect(200);
  });

  it('answers who takes an address as who has a new one, and keeps the name for both', async () => {
    const anna = await join();
    const [fresh, taken] = [account(), account(anna.email.toUpperCase())];
    const answers = [await post('register', fresh), await post('register', taken)];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [202, '{"next":"e-mail"}'],
      [202, '{"next":"e-mail"}'],
    ]);
    expect(Object.keys(answers[0].headers)).toEqual(Object.keys(answers[1].headers));
    for (const { username } of [fresh, taken]) {
      const again = await post('register', { ...account(), username }).expect(409);
      expect(again.body.type).toBe('/problems/name-taken');
      await site.app.request.get(`/api/v1/users/${username}`).expect(404);
      await post('login', { login: username, password: PASSWORD }).expect(403);
    }
    const told = await mailTo(site.app, anna.email, SUBJECTS.taken);
    expect(told.text).toContain(`@${anna.username}`);
    expect(told.text).not.toContain('token=');
  });

  inFull('gives an address to who proves it first of those who gave it', async () => {
    const first = await begin();
    const second = await begin(first.email);
    await until('both mails', async () => (await mailsTo(site.app, first.email)).length === 2);
    const [newer, older] = await mailsTo(site.app, first.email);
    const answer = await post('verify-email', { token: tokenIn(newer) }).expect(200);
    const other = [first, second].find(({ username }) => username !== answer.body.username)!;
    const refused = await post('verify-email', { token: tokenIn(older) }).expect(409);
    expect(refused.body.type).toBe('/problems/email-taken');
    await post('login', { login: other.username, password: PASSWORD }).expect(403);
  });

  it('mails the link again', async () => {
    const anna = await begin();
    await mailTo(site.app, anna.email, SUBJECTS.confirm);
    await post('verify-email/resend', { email: anna.email }).expect(202);
    await until('another mail', async () => (await mailsTo(site.app, anna.email)).length === 2);
    const [again] = await mailsTo(site.app, anna.email);
    await post('verify-email', { token: tokenIn(again) }).expect(200);
    await logIn(site.app, anna.username, PASSWORD);
  });

  it('keeps the account as long as the last link works', async () => {
    const anna = await begin();
    const first = await mailTo(site.app, anna.email, SUBJECTS.confirm);
    const soon = `update users set pending_until = now() + interval '1 hour' where username = $1`;
    await site.database.query(soon, [anna.username]);
    await post('verify-email/resend', { email: anna.email }).expect(202);
    await until('another mail', async () => (await mailsTo(site.app, anna.email)).length === 2);
    const links = await site.database.query<{ outlives: boolean }>(
      `select expires_at > pending_until as outlives
       from account_proofs p join users u on u.id = p.user_id where username = $1`,
      [anna.username],
    );
    expect(links).toEqual([{ outlives: false }, { outlives: false }]);
    await post('verify-email', { token: tokenIn(first) }).expect(200);
  });

  it('resets no password of an account that has no address yet', async () => {
    const anna = await begin();
    await mailTo(site.app, anna.email, SUBJECTS.confirm);
    await post('forgot-password', { email: anna.email }).expect(202);
    await waitForJobs(site.database);
    expect(await site.database.query('select 1 from proof_requests')).toEqual([]);
    expect(await mailsTo(site.app, anna.email)).toHaveLength(1);
  });

  it('lets accounts of before comment that are not confirmed, unless it says otherwise', async () => {
    const open = await site.start({ CONFIRM_EMAILS: 'false' });
    const thread = await createPost(open, site.editor);
    const anna = await register(open);
    const say = (node = site.app) =>
      node.request
        .post(`/api/v1/posts/${thread.id}/comments`)
        .set(anna.auth)
        .send({ body: 'A comment.' });
    await say().expect(201);
    const strict = await site.start({ UNCONFIRMED_MAY_COMMENT: 'false' });
    const refused = await say(strict).expect(403);
    expect(refused.body.type).toBe('/problems/email-unconfirmed');
    const address = `${anna.username}@example.org`;
    // Any node may have sent it.
    const token = tokenIn(await mailTo(site.nodes, address, SUBJECTS.confirm));
    await strict.request.post('/api/v1/auth/verify-email').send({ token }).expect(200);
    await say(strict).expect(201);
  });

  inFull('gives an address to who proves it, where an account of before never did', async () => {
    const open = await site.start({ CONFIRM_EMAILS: 'false' });
    const before = await register(open);
    const email = `${before.username}@example.org`;
    const anna = await begin(email);
    const nodes = site.nodes;
    await until('both mails', async () => (await mailsTo(nodes, email)).length === 2);
    const mail = (await mailsTo(nodes, email)).find(({ text }) => text.includes(anna.username))!;
    await post('verify-email', { token: tokenIn(mail) }).expect(200);
    expect((await logIn(site.app, email, PASSWORD)).user.username).toBe(anna.username);
    expect((await logIn(site.app, before.username, PASSWORD)).user.id).toBe(before.id);
    const strict = await site.start({ UNCONFIRMED_MAY_COMMENT: 'false' });
    const thread = await createPost(strict, site.editor);
    await strict.request
      .post(`/api/v1/posts/${thread.id}/comments`)
      .set(before.auth)
      .send({ body: 'A comment.' })
      .expect(403);
  });

  it('counts no mail where the account is refused', async () => {
    const { request } = await site.start({ RATE_LIMITS: 'on' });
    const [{ email, username }, other] = [account(), await begin()];
    const ask = (change: object) =>
      request
        .post('/api/v1/auth/register')
        .send({ email, username, password: PASSWORD, ...change });
    const [{ count }] = LIMIT_CLASSES.mails.network;
    for (let nth = 0; nth < count; nth++) {
      await ask({ password: username }).expect(422);
      await ask({ username: other.username }).expect(409);
    }
    await ask({ username: 'admin' }).expect(422);
    await ask({}).expect(202);
  });
});
