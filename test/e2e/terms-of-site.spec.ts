import { beGuest } from '../support/guests.js';
import { decide } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';

const URL_OF_TERMS = 'https://reviews.example/terms';

describe('the terms of the site', () => {
  const site = useSite({
    people: { editor: 'admin', judge: 'moderator' },
    env: { RATE_LIMITS: 'off', GUESTS: 'open' },
  });
  let post: { id: string };

  beforeAll(async () => {
    post = await createPost(site.app, site.editor);
  });
  afterEach(() => setTerms(''));

  const api = () => site.app.request;
  const change = (settings: object) =>
    api().patch('/api/v1/moderation/settings').set(site.editor.auth).send(settings);
  const setTerms = (termsVersion: string) =>
    change({ termsVersion, termsUrl: URL_OF_TERMS }).expect(200);
  const write = (by: Pick<Person, 'auth'>, body = 'A comment') =>
    api().post(`/api/v1/posts/${post.id}/comments`).set(by.auth).send({ body });
  const accept = (by: Pick<Person, 'auth'>, version: string) =>
    api().put('/api/v1/users/me/terms').set(by.auth).send({ version });

  it('are asked for by nobody until the site has some', async () => {
    const { body } = await api().get('/api/v1/auth/ways').expect(200);
    expect(body.terms).toBeNull();
    const reader = await register(site.app);
    await write(reader).expect(201);
    await accept(reader, '1').expect(422);
    await change({ termsVersion: 'a b' }).expect(422);
    await change({ termsUrl: 'javascript:alert(1)' }).expect(422);
  });

  it('are accepted before an account or a guest writes, and again when they change', async () => {
    const [reader, guest] = [await register(site.app), await beGuest(site.app)];
    await setTerms('2026-11');
    const terms = { version: '2026-11', url: URL_OF_TERMS };
    expect((await api().get('/api/v1/auth/ways').expect(200)).body.terms).toEqual(terms);
    for (const somebody of [reader, guest]) {
      const refused = await write(somebody).expect(403);
      expect(refused.body).toMatchObject({ type: '/problems/terms-not-accepted', terms });
      await accept(somebody, '2026-11').expect(204);
      await write(somebody).expect(201);
    }
    await setTerms('2026-12');
    const stale = await accept(reader, '2026-11').expect(403);
    expect(stale.body.terms).toEqual({ ...terms, version: '2026-12' });
    await write(reader).expect(403);
    await accept(reader, '2026-12').expect(204);
    await write(reader).expect(201);
    const [row] = await site.database.query<{ accepted: boolean }>(
      `select terms_version = '2026-12' and terms_accepted_at is not null as accepted
       from users where id = $1`,
      [reader.id],
    );
    expect(row.accepted).toBe(true);
  });

  it('are accepted in a registration, of the version that was read', async () => {
    await setTerms('7');
    const account = (termsVersion: string, username: string) => ({
      username,
      email: `${username}@example.org`,
      password: 'correct horse battery',
      termsVersion,
    });
    const register = (body: object) => api().post('/api/v1/auth/register').send(body);
    await register(account('6', 'reads-late')).expect(403);
    const { body } = await register(account('7', 'reads-all')).expect(201);
    await write({ auth: { authorization: `Bearer ${body.accessToken}` } }).expect(201);
    const late = { displayName: 'Anna', termsVersion: '6' };
    await api().post('/api/v1/auth/guest').send(late).expect(403);
    const guest = { displayName: 'Anna', termsVersion: '7' };
    const made = await api().post('/api/v1/auth/guest').send(guest).expect(201);
    await write({ auth: { authorization: `Bearer ${made.body.accessToken}` } }).expect(201);
  });

  it('keep nobody from reading, from deleting, and from taking over what they wrote', async () => {
    const [reader, guest] = [await register(site.app), await beGuest(site.app)];
    const { body: comment } = await write(reader).expect(201);
    await write(guest).expect(201);
    await setTerms('new');
    const vote = { value: 1 };
    await api().put(`/api/v1/comments/${comment.id}/vote`).set(guest.auth).send(vote).expect(403);
    await api().get('/api/v1/users/me').set(reader.auth).expect(200);
    const seen = { lastSeenSeq: 0 };
    await api().put(`/api/v1/posts/${post.id}/viewer`).set(reader.auth).send(seen).expect(200);
    await api().delete(`/api/v1/comments/${comment.id}`).set(reader.auth).expect(204);
    const takeOver = { token: guest.token };
    await api().post('/api/v1/users/me/guest').set(reader.auth).send(takeOver).expect(200);
  });

  it('lock no moderator out: they decide without them, and comment with them', async () => {
    const reader = await register(site.app);
    const { body: comment } = await write(reader).expect(201);
    await setTerms('newest');
    await write(site.judge).expect(403);
    const removal = { action: 'remove', reason: 'spam', version: 1 };
    const decided = await decide(site.app, site.judge, `comments/${comment.id}`, removal);
    expect(decided.status).toBe(201);
    await api().get('/api/v1/moderation/queue').set(site.judge.auth).expect(200);
  });
});
