import { UnsubscribeTokens } from '../../src/notifications/mailing/unsubscribe-tokens.js';
import { BulkRunner } from '../../src/moderation/decisions/bulk-runner.js';
import { passGrace } from '../support/decisions.js';
import { passUndo } from '../support/notifications.js';
import { beGuest } from '../support/guests.js';
import { hostToken, SSO_ENV, TALK } from '../support/host-tokens.js';
import { OidcSite } from '../support/oidc-site.js';
import { ApiDocument } from '../support/openapi.js';
import { tryMailedDecisions } from '../support/mailed-decision-answers.js';
import { tryModeration, tryReports } from '../support/moderation-answers.js';
import { Recorder } from '../support/recorder.js';
import { type AnswerTrial, decideBy, tryComments, tryEvents } from '../support/comment-answers.js';
import { mailTo, SUBJECTS, tokenIn } from '../support/mails.js';
import { tryCodes, tryPasskeys } from '../support/factor-answers.js';
import { admin, moderator, type Person, register, signInAnew } from '../support/people.js';
import { useSite } from '../support/site.js';
import { type TestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

const SITE = 'https://reviews.example';
const SECRET = 'e7c1a9d04b62f85311aa90cc';

/** Every call goes through a recorder, which checks its answer against the document. */
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

  const readTwice = (url: string) => recorder.readTwice(url);
  const signIn = async (person: Person) => (await signInAnew(recorder.app, person)).auth;
  const send = (...call: Parameters<Recorder['send']>) => recorder.send(...call);
  const decide: ReturnType<typeof decideBy> = (...what) => decideBy({ recorder, staff })(...what);
  // No node carries out bulk jobs, so that one can be stopped.
  const idle = async () => {
    for (const node of site.nodes) await node.app.get(BulkRunner).beforeApplicationShutdown();
  };
  const trial = (): AnswerTrial => {
    const { database } = site;
    return { recorder, database, first, staff, reader, other, post, origin: SITE, idle };
  };

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

  it('about leaving are as documented', async () => {
    const person = await register(app);
    await app.request.get('/api/v1/users/me/export').set(person.auth).expect(200);
    const wish = { comments: 'remove', current: 'correct horse battery' };
    await send('delete', '/users/me', person, wish).expect(202);
    const auth = await signIn(person);
    await app.request.get('/api/v1/users/me/erasure').set(auth).expect(200);
    await app.request.delete('/api/v1/users/me/erasure').set(auth).expect(204);
  });

  it('about codes of an app are as documented', async () => {
    const person = await register(app);
    await site.database.query('update users set email_verified_at = now() where id = $1', [
      person.id,
    ]);
    await tryCodes(recorder, person);
    const mail = await mailTo(site.nodes, `${person.username}@example.org`, SUBJECTS.app);
    const body = { token: tokenIn(mail) };
    await app.request.post('/api/v1/auth/not-me').send(body).expect(200);
  });

  it('about passkeys are as documented', () => tryPasskeys(recorder));

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
    const { items } = (await app.request.get('/api/v1/auth/links').set(reader.auth)).body;
    await send('post', `/auth/links/${items[0].id}/remove`, reader, { current }).expect(204);
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
    const anew = await signInAnew(app, staff);
    await app.request.get('/api/v1/users/me/imported').set(anew.auth).expect(200);
    await send('post', '/users/me/imported', anew).expect(200);
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
    await ask('/auth/reset-password/ways', { token: reset.token }).expect(200);
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

  it('about comments are as documented', () => tryComments(trial()));

  it('about moderation are as documented', () => tryModeration(trial()));

  it('about reports and the work of a shift are as documented', () => tryReports(trial()));

  it('about links of mails to staff are as documented', () => tryMailedDecisions(trial()));

  it('about events are as documented, whatever happened', () => tryEvents(trial()));

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
