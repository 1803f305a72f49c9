import { UnsubscribeTokens } from '../../src/notifications/mailing/unsubscribe-tokens.js';
import { randomUUID } from 'node:crypto';
import { BulkRunner } from '../../src/moderation/decisions/bulk-runner.js';
import { passGrace } from '../support/decisions.js';
import { Authenticator } from '../support/authenticator.js';
import { CodeApp } from '../support/factors.js';
import { passUndo } from '../support/notifications.js';
import { beGuest } from '../support/guests.js';
import { hostToken, SSO_ENV, TALK } from '../support/host-tokens.js';
import { OidcSite } from '../support/oidc-site.js';
import { ApiDocument } from '../support/openapi.js';
import { Recorder } from '../support/recorder.js';
import { mailTo, SUBJECTS, tokenIn } from '../support/mails.js';
import { admin, moderator, type Person, register, signInAnew } from '../support/people.js';
import { useSite } from '../support/site.js';
import { type TestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

const SITE = 'https://reviews.example';
const SECRET = 'e7c1a9d04b62f85311aa90cc';

/** Every call goes through a recorder, which holds its answer to the document. */
describe('the answers of the service', () => {
  const site = useSite({ env: { SITE_ORIGINS: SITE, MAIL_BOUNCE_SECRET: SECRET } });
  let provider: OidcSite;
  let recorder: Recorder;
  let app: TestApp;
  let first: Person;
  let staff: Person;
  let reader: Person;
  let other: Person;
  let post: string;

  beforeAll(async () => {
    provider = await OidcSite.start(`${TALK}/api/v1/auth/oidc/club/callback`);
    const ways = {
      ...SSO_ENV,
      SITE_ORIGINS: SITE,
      GUESTS: 'held',
      OIDC_PROVIDERS: provider.entry('club'),
    };
    recorder = new Recorder(await ApiDocument.of(site.app), await site.start(ways));
    app = recorder.app;
    first = await admin(app);
    [staff, reader, other] = [
      await moderator(app, first),
      await register(app),
      await register(app),
    ];
    post = (await createPost(app, staff, { body: '# A long review', summary: 'Short' })).id;
  });

  afterAll(() => provider.stop());

  const age = (id: string) =>
    site.database.query(
      `update comments set created_at = created_at - interval '1 minute' where id = $1`,
      [id],
    );
  const readTwice = (url: string) => recorder.readTwice(url);
  const signIn = async (person: Person) => (await signInAnew(recorder.app, person)).auth;
  const send = (...call: Parameters<Recorder['send']>) => recorder.send(...call);
  const decide = (id: string, version: number, action: string, reason?: string) =>
    send('post', `/moderation/comments/${id}/decisions`, staff, { action, version, reason });

  const call = (method: 'get' | 'delete', path: string, by: Person) =>
    app.request[method](`/api/v1${path}`).set(by.auth);

  it('about its health are as documented', async () => {
    for (const path of ['/health/live', '/health/ready']) await app.request.get(path).expect(200);
  });

  it('about failed jobs are as documented', async () => {
    const [{ id }] = await site.database.query<{ id: number }>(
      `select id from graphile_worker.permanently_fail_jobs(
         array[(graphile_worker.add_job('elsewhere', '{ "mailId": "7" }')).id], 'No')`,
    );
    const list = await app.request.get('/api/v1/jobs/failed').set(first.auth).expect(200);
    expect(list.body.items).toHaveLength(1);
    await send('post', `/jobs/failed/${id}/retry`, first).expect(200);
  });

  it('about sessions and accounts are as documented', async () => {
    const person = await register(app);
    const { username, refreshToken } = person;
    const password = 'correct horse battery';
    const renewed = await app.request
      .post('/api/v1/auth/refresh')
      .send({ refreshToken })
      .expect(200);
    const login = await app.request.post('/api/v1/auth/login').send({ login: username, password });
    expect(login.status).toBe(200);
    await app.request.get('/api/v1/users/me').set(person.auth).expect(200);
    const change = { displayName: 'Анна К.', bio: 'Reads.' };
    await send('patch', '/users/me', person, change).expect(200);
    await app.request.get(`/api/v1/users/${username}`).expect(200);
    const away = await signIn(person);
    const sessions = '/api/v1/users/me/sessions';
    const { body } = await app.request.get(sessions).set(away).expect(200);
    await app.request.delete(`${sessions}/${body.items[1].id}`).set(person.auth).expect(204);
    await app.request.delete(sessions).set(person.auth).expect(204);
    await send('put', '/users/me/password', person, { current: password, password }).expect(204);
    const authorization = `Bearer ${renewed.body.accessToken}`;
    await app.request.post('/api/v1/auth/logout').set({ authorization }).expect(204);
  });

  it('about codes of an app are as documented', async () => {
    const person = await register(app);
    const password = 'correct horse battery';
    const { secret } = (await send('post', '/auth/totp/begin', person, {}).expect(200)).body;
    const codes = new CodeApp(secret);
    const first = await send('post', '/auth/totp/confirm', person, { code: codes.code() });
    expect(first.status).toBe(200);
    const [one, two, three] = first.body.recoveryCodes;
    await app.request.get('/api/v1/auth/factors').set(person.auth).expect(200);
    const login = { login: person.username, password };
    const refused = await app.request.post('/api/v1/auth/login').send(login).expect(403);
    const step = { challenge: refused.body.challenge, code: one };
    await app.request.post('/api/v1/auth/totp/verify').send(step).expect(200);
    await send('post', '/auth/totp/step-up', person, { code: two }).expect(204);
    const renewed = await send('post', '/auth/totp/recovery-codes', person, { code: three });
    expect(renewed.status).toBe(200);
    const [code] = renewed.body.recoveryCodes;
    await send('post', '/auth/totp/remove', person, { code, current: password }).expect(204);
  });

  it('about passkeys are as documented', async () => {
    const person = await register(app);
    const ask = (path: string, body: object = {}) =>
      app.request.post(`/api/v1/auth/passkeys/${path}`).send(body);
    const begun = await send('post', '/auth/passkeys/registration', person, {}).expect(200);
    const key = new Authenticator(TALK);
    const answer = { name: 'Phone', ...key.make(begun.body.options) };
    const { id } = (await send('post', '/auth/passkeys', person, answer).expect(201)).body;
    const { body } = await ask('challenge').expect(200);
    await ask('sign-in', key.answer(body.options)).expect(200);
    await app.request.get('/api/v1/auth/passkeys').set(person.auth).expect(200);
    await send('patch', `/auth/passkeys/${id}`, person, { name: 'Key' }).expect(200);
    await send('post', `/auth/passkeys/${id}/remove`, person, {}).expect(204);
  });

  it('about accounts of other sites are as documented', async () => {
    const token = await hostToken({ sub: 'reader-1' });
    await app.request.post('/api/v1/auth/sso').send({ token }).expect(200);
    await app.request.post('/api/v1/auth/sso/verify').send({ token }).expect(200);
    const path = '/api/v1/auth/oidc';
    await app.request.get(path).expect(200);
    const query = { origin: SITE, purpose: 'link' };
    const begun = await app.request.get(`${path}/club/start`).query(query).expect(302);
    const back = await provider.visit(begun.headers.location, TALK);
    const [cookie] = begun.headers['set-cookie'] as unknown as string[];
    const page = await app.request
      .get(back)
      .set({ cookie: cookie.split(';')[0] })
      .expect(200);
    const [, proof] = /"proof":"([^"]+)"/.exec(page.text)!;
    const current = 'correct horse battery';
    await send('post', '/auth/oidc/link', reader, { proof, current }).expect(204);
  });

  it('about guests are as documented', async () => {
    await app.request.get('/api/v1/auth/ways').expect(200);
    const terms = (termsVersion: string) =>
      send('patch', '/moderation/settings', first, {
        termsVersion,
        termsUrl: 'https://reviews.example/terms',
      }).expect(200);
    await terms('1');
    await app.request.get('/api/v1/auth/ways').expect(200);
    await send('put', '/users/me/terms', other, { version: '1' }).expect(204);
    await terms('');
    await site.database.query('update users set email_verified_at = now() where id = $1', [
      staff.id,
    ]);
    await send('post', '/users/me/imported', await signInAnew(app, staff)).expect(200);
    const guest = await beGuest(app);
    await send('post', '/users/me/guest', reader, { token: guest.token }).expect(200);
  });

  it('about addresses of e-mail are as documented', async () => {
    const person = await register(app);
    const [former, email] = [`${person.username}@example.org`, `${person.username}@example.net`];
    const ask = (path: string, body: object) => app.request.post(`/api/v1${path}`).send(body);
    const token = async (to: string, subject: string) =>
      tokenIn(await mailTo(site.nodes, to, subject));
    const confirm = async (to: string, subject: string) =>
      ask('/auth/verify-email', { token: await token(to, subject) }).expect(200);
    await ask('/auth/verify-email/resend', { email: former }).expect(202);
    await confirm(former, SUBJECTS.confirm);
    const change = { email, current: 'correct horse battery' };
    await send('put', '/users/me/email', person, change).expect(202);
    await confirm(email, SUBJECTS.change);
    const back = { token: await token(former, SUBJECTS.takeBack) };
    await ask('/auth/email/take-back', back).expect(200);
    await ask('/auth/forgot-password', { email: former }).expect(202);
    const reset = { token: await token(former, SUBJECTS.reset), password: 'another battery' };
    await ask('/auth/reset-password', reset).expect(200);
    const { id: userId } = person;
    const tokens = app.app.get(UnsubscribeTokens, { strict: false });
    const ended = tokens.derive({ userId, emailKey: former }, { kinds: ['reply'] });
    await ask('/auth/unsubscribe', { token: ended }).expect(200);
    await app.request.get(`/api/v1/auth/unsubscribe?token=${ended}`).redirects(0).expect(302);
    const bounces = [{ address: former, kind: 'permanent' }];
    const report = app.request.post('/api/v1/mail/bounces').set('x-mail-secret', SECRET);
    expect((await report.send({ bounces }).expect(200)).body).toEqual({ stopped: 1 });
    const settings = (confirmEmails: boolean) =>
      send('patch', '/moderation/settings', first, { confirmEmails }).expect(200);
    await settings(true);
    const username = 'newcomer-of-mail';
    const account = { email: 'newcomer@example.net', username, password: 'another battery' };
    await ask('/auth/register', account).expect(202);
    await settings(false);
  });

  it('about posts are as documented', async () => {
    const { id, slug } = await createPost(app, staff, { language: 'lv', mode: 'open', url: null });
    await send('patch', `/posts/${id}`, staff, { title: 'Another', body: 'New' }).expect(200);
    const anchor = { quote: { exact: 'New' }, position: { start: 0, end: 3 }, revision: 2 };
    const about = await send('post', `/posts/${id}/comments`, reader, { body: 'This', anchor });
    const quotes = [{ commentId: about.body.id, version: 1, start: 0, end: 4 }];
    await send('post', `/posts/${id}/comments`, other, { body: 'That', quotes }).expect(201);
    const update = { text: 'An *update*', credits: [about.body.id] };
    await send('post', `/posts/${id}/updates`, staff, update).expect(201);
    await send('post', `/posts/${id}/urls`, staff, { url: `${SITE}/one` }).expect(201);
    const page = { url: `${SITE}/two`, key: 'two', title: 'Two', language: 'en-GB' };
    await send('post', '/posts/by-page', staff, page).expect(201);
    await send('post', '/posts/by-page', other, page).expect(200);
    const ending = await createPost(app, staff);
    const aside = await say(app, other, ending.id, 'Aside');
    await send('post', `/comments/${aside.id}/move`, staff, { into: id }).expect(201);
    await send('post', `/posts/${ending.id}/merge`, staff, { into: id }).expect(201);
    await send('delete', `/posts/${(await createPost(app, staff)).id}`, staff).expect(204);
    for (const url of [
      '',
      `/${slug}`,
      `/${post}`,
      `/${id}/revisions?limit=1`,
      `/${id}/anchors`,
      `/${id}/updates?limit=1`,
      `/${id}/comments`,
      '/by-page?key=two',
      '/counts?key=two&key=three&url=https://nowhere.example/',
    ]) {
      await readTwice(`/api/v1/posts${url}`);
    }
  });

  it('about what somebody is told are as documented', async () => {
    const { id } = await createPost(app, staff);
    const one = await say(app, reader, id, 'One');
    const two = await say(app, reader, id, 'Two');
    await say(app, other, id, 'Reply', one.id);
    const update = { text: 'An update', credits: [one.id] };
    await send('post', `/posts/${id}/updates`, staff, update).expect(201);
    await decide(two.id, 1, 'remove', 'spam').expect(201);
    await passGrace(site.database);
    await passUndo(site.database);
    const kinds = async () => {
      const { body } = await call('get', '/users/me/notifications', reader).expect(200);
      return [...new Set((body.items as { type: string }[]).map(({ type }) => type))].sort();
    };
    await until('all kinds', async () => (await kinds()).length === 3);
    expect(await kinds()).toEqual(['correction', 'decision', 'reply']);
    await send('put', '/users/me/notifications/read', reader, { ids: [] }).expect(200);
    await call('get', '/users/me/preferences', reader).expect(200);
    const preferences = { followed: { mail: 'weekly' } };
    await send('put', '/users/me/preferences', reader, preferences).expect(200);
    await send('put', `/posts/${id}/subscription`, reader, { level: 'all' }).expect(200);
    await send('put', `/users/me/ignored/${other.username}`, reader).expect(200);
    await call('get', '/users/me/ignored', reader).expect(200);
    await call('delete', `/users/me/ignored/${other.username}`, reader).expect(204);
  });

  it('about comments are as documented', async () => {
    await send('post', '/previews', reader, { body: 'As it *will* look' }).expect(200);
    const top = await say(app, reader, post, 'Top *level*');
    const reply = await say(app, other, post, 'Reply', top.id);
    for (let count = 0; count < 4; count++) await say(app, reader, post, `More ${count}`, top.id);
    await send('patch', `/comments/${top.id}`, reader, { body: 'Better' })
      .set('if-match', '"1"')
      .expect(200);
    await readTwice(`/api/v1/posts/${post}/comments?replies=1&depth=1&sort=oldest`);
    await readTwice(`/api/v1/posts/${post}/thread.html?sort=oldest&limit=1`);
    const { nextCursor } = await readTwice(`/api/v1/comments/${top.id}/replies?limit=2`);
    await readTwice(`/api/v1/comments/${top.id}/replies?cursor=${nextCursor}`);
    for (const path of ['', '/context', '/revisions?limit=5']) {
      await app.request.get(`/api/v1/comments/${reply.id}${path}`).expect(200);
      await app.request.get(`/api/v1/comments/${top.id}${path}`).set(reader.auth).expect(200);
    }
    await site.database.query(
      `update comments set source = 'wordpress', foreign_id = '17' where id = $1`,
      [reply.id],
    );
    await readTwice(`/api/v1/posts/${post}/comments/by-foreign-id?id=17&source=wordpress`);
    await send('put', `/comments/${reply.id}/vote`, reader, { value: 1 }).expect(200);
    await send('put', `/posts/${post}/viewer`, reader, { lastSeenSeq: 1 }).expect(200);
    for (const viewer of [{}, reader.auth]) {
      await app.request.get(`/api/v1/posts/${post}/viewer`).set(viewer).expect(200);
    }
    await age(top.id);
    for (const [id, by] of [
      [top.id, reader],
      [reply.id, other],
    ] as const) {
      await app.request.delete(`/api/v1/comments/${id}`).set(by.auth).expect(204);
    }
    const tombstone = await app.request.get(`/api/v1/comments/${top.id}`).expect(200);
    expect(tombstone.body.removal).toEqual({ by: 'author', reason: null });
  });

  it('about moderation are as documented', async () => {
    const comment = await say(app, reader, post, 'Heated');
    const flag = { reason: 'abusive', detail: 'See the second word.' };
    await send('post', `/comments/${comment.id}/flags`, other, flag).expect(201);
    const held = (await createPost(app, staff, { mode: 'premoderated' })).id;
    const waiting = await send('post', `/posts/${held}/comments`, reader, { body: 'Waits' });
    expect(waiting.status).toBe(202);
    expect(waiting.body.hold).not.toHaveLength(0);
    for (const kind of ['', '?kind=held', '?kind=reported&limit=1']) {
      const { body } = await app.request.get(`/api/v1/moderation/queue${kind}`).set(staff.auth);
      expect(body.items).not.toHaveLength(0);
    }
    await decide(waiting.body.id, 1, 'approve').expect(201);
    await decide(comment.id, 1, 'remove', 'abusive').expect(201);
    await app.request.get(`/api/v1/comments/${comment.id}`).set(reader.auth).expect(200);
    await decide(comment.id, 2, 'restore').expect(201);
    for (const action of ['lock', 'unlock']) {
      await send('post', `/moderation/posts/${post}/decisions`, staff, { action }).expect(201);
    }
    const person = await register(app);
    const end = new Date(Date.now() + 60_000).toISOString();
    const suspension = {
      action: 'suspend',
      reason: 'spam',
      rule: 'Rule 4',
      text: 'So.',
      until: end,
    };
    const on = `/moderation/users/${person.id}`;
    const suspended = await send('post', `${on}/decisions`, staff, suspension).expect(201);
    await site.database.query('update statements set visible_at = now()');
    const told = await app.request.get('/api/v1/users/me/decisions').set(person.auth).expect(200);
    expect(told.body.items).toHaveLength(1);
    const undo = `/moderation/decisions/${suspended.body.decision.id}/undo`;
    await send('post', undo, staff, { note: 'No.' }).expect(201);
    await app.request.get(`/api/v1${on}`).set(staff.auth).expect(200);
    const reasons = '/moderation/canned-reasons';
    await app.request.get(`/api/v1${reasons}`).set(staff.auth).expect(200);
    const words = { reason: 'spam', language: 'en', text: 'Too much of the same.' };
    await send('put', reasons, staff, words).expect(200);
    // Nobody carries it out, so that there is something to stop.
    await site.app.app.get(BulkRunner).beforeApplicationShutdown();
    const many = { action: 'remove', reason: 'spam', post };
    const job = await send('post', '/moderation/bulk', staff, many).expect(201);
    const bulk = `/moderation/bulk/${job.body.id}`;
    for (const path of ['/moderation/bulk', bulk, `${bulk}/items`]) {
      await app.request.get(`/api/v1${path}`).set(staff.auth).expect(200);
    }
    await send('post', `${bulk}/cancel`, staff, {}).expect(200);
    const ban = { action: 'ban', reason: 'spam', note: 'A machine.' };
    await send('post', `/moderation/users/${person.id}/decisions`, staff, ban).expect(201);
    await app.request
      .get('/api/v1/users/me')
      .set(await signIn(person))
      .expect(200);
    const back = { action: 'reinstate' };
    await send('post', `/moderation/users/${person.username}/decisions`, staff, back).expect(201);
    await app.request.get('/api/v1/moderation/log/public').expect(200);
    const whole = app.request.get('/api/v1/moderation/log/export').set(staff.auth);
    await whole.buffer(true).expect(200);
    const log = await app.request.get('/api/v1/moderation/log?limit=3').set(staff.auth).expect(200);
    expect(log.body.nextCursor).not.toBeNull();
  });

  it('about reports and the work of a shift are as documented', async () => {
    const comment = await say(app, reader, post, 'Much discussed');
    const flag = { reason: 'illegal', detail: null };
    await send('post', `/comments/${comment.id}/flags`, other, flag).expect(201);
    const name = { reason: 'offensive', field: 'name', detail: 'An insult.' };
    await send('post', `/users/${reader.username}/flags`, other, name).expect(201);
    const notice = {
      url: `${SITE}/film#${comment.id}`,
      category: 'defamation',
      explanation: 'An accusation without a source.',
      name: 'Anna',
      email: 'anna@example.org',
      goodFaith: true,
    };
    const receipt = await app.request.post('/api/v1/notices').send(notice).expect(201);
    const url = `/api/v1/notices/${receipt.body.id}?secret=${receipt.body.secret}`;
    await app.request.get(url).expect(200);
    const edit = send('patch', `/comments/${comment.id}`, reader, { body: 'Edited' });
    await edit.set('if-match', '1').expect(200);
    const item = `/moderation/queue/${comment.id}`;
    await send('put', `${item}/claim`, staff, {}).expect(200);
    const notes = `/moderation/comments/${comment.id}/notes`;
    await send('post', notes, staff, { body: 'Look at the edit.' }).expect(201);
    await call('get', notes, staff).expect(200);
    for (const kind of ['', '?kind=new&sort=score', '?sort=score&limit=100']) {
      await call('get', `/moderation/queue${kind}`, staff).expect(200);
    }
    const since = new Date(Date.now() - 60_000).toISOString();
    await call('get', `/moderation/handover?since=${since}`, staff).expect(200);
    await call('delete', `${item}/claim`, staff).expect(204);
    await send('put', `${item}/escalation`, staff, {}).expect(204);
    await call('get', '/moderation/queue?kind=escalated', staff).expect(200);
    await call('delete', `${item}/escalation`, first).expect(204);
    await send('post', `/moderation/queue/${reader.id}/dismissal`, staff, {}).expect(201);
    await decide(comment.id, 2, 'remove', 'illegal').expect(201);
    await app.request.get(url).expect(200);
    await call('get', '/users/me/flags?limit=1', other).expect(200);
    await call('get', '/moderation/settings', staff).expect(200);
    await send('patch', '/moderation/settings', first, { hideScore: 12 }).expect(200);
  });

  it('about events are as documented, whatever happened', async () => {
    const { id } = await createPost(app, staff);
    const [one, two] = [await say(app, reader, id, 'One'), await say(app, other, id, 'Two')];
    await send('patch', `/comments/${one.id}`, reader, { body: '1' }).set('if-match', '1');
    await decide(one.id, 2, 'remove', 'off_topic').expect(201);
    await decide(one.id, 3, 'restore').expect(201);
    await decide(one.id, 4, 'remove', 'off_topic').expect(201);
    await say(app, reader, id, 'Reply', two.id);
    await age(two.id);
    await app.request.delete(`/api/v1/comments/${two.id}`).set(other.auth).expect(204);
    await send('patch', `/posts/${id}`, staff, { title: 'New', locked: true }).expect(200);
    await send('patch', `/posts/${id}`, staff, { locked: false }).expect(200);
    const { body } = await app.request.get(`/api/v1/posts/${id}/events`).expect(200);
    const types = body.events.map((event: { type: string }) => event.type);
    const expected = [
      'comment.created',
      'comment.deleted',
      'comment.edited',
      'comment.removed',
      'comment.restored',
      'post.locked',
      'post.unlocked',
      'post.updated',
    ];
    expect(new Set(types)).toEqual(new Set(expected));
    await app.request.get(`/api/v1/posts/${id}/events?after=99`).expect(200);
    await app.request.get(`/api/v1/posts/${id}/events?after=1&epoch=${randomUUID()}`).expect(200);
  });

  it('that refuse are as documented, on every route', async () => {
    const statuses = new Set<number>();
    for (const { method, path } of recorder.api.operations) {
      const url = path.replace(/\{\w+\}/g, 'nothing');
      const call = app.request[method as 'get'];
      const guest = await call(`${url}?unknown=1`);
      const member = await call(url).set(reader.auth).send({});
      const judge = await call(url).set(staff.auth).send({ unknown: 1 });
      for (const { status } of [guest, member, judge]) statuses.add(status);
    }
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
    expect([...statuses]).toEqual(expect.arrayContaining([401, 403, 404, 422]));
  });

  it('have been seen with every status that the document promises', () => {
    expect(recorder.missing()).toEqual([]);
  });
});
