import { randomUUID } from 'node:crypto';
import { BOUNDS } from '../../src/auth/limits/bounds.js';
import { Accounts, PASSWORD, SECRET } from '../support/accounts.js';
import { FULL } from '../support/full-form.js';
import type { SignedIn } from '../support/people.js';
import { waitLongForLocks } from '../support/pool.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0';
const NEW_PASSWORD = 'another battery staple';

interface Session {
  id: string;
  device: string | null;
  current: boolean;
}

describe('the sessions of an account', () => {
  const accounts = new Accounts();
  const { bearer, getMe, join, post, refresh, setUser, signIn } = accounts;
  let other: TestApp;
  beforeAll(async () => {
    await accounts.open();
    other = await createTestApp(accounts.database, { AUTH_SECRET: SECRET });
  });
  afterAll(async () => {
    await other.close();
    await accounts.close();
  });

  const call = (method: 'get' | 'delete' | 'put', path: string, { accessToken }: SignedIn) =>
    accounts.service.request[method](`/api/v1/users/me/${path}`).set(...bearer(accessToken));
  const list = async (by: SignedIn): Promise<Session[]> =>
    (await call('get', 'sessions', by).expect(200)).body.items;
  const currentOf = async (by: SignedIn): Promise<string> =>
    (await list(by)).find(({ current }) => current)!.id;
  const changePassword = (by: SignedIn, current: string, password: string) =>
    call('put', 'password', by).send({ current, password });

  /** Sessions newer than the existing ones, whose tokens nobody has. */
  const insertSessions = ({ user }: SignedIn, count: number) =>
    accounts.database.query(
      `insert into sessions (id, user_id, salt, expires_at)
       select overlay(gen_random_uuid()::text placing newest || '8' from 1 for 15)::uuid, $1, '', now() + interval '1 day'
       from (select left(max(id::text), 14) as newest from sessions where user_id = $1), generate_series(1, $2)`,
      [user.id, count],
    );

  /** Its tokens are refused at once by the node that ended it, and soon by the other one. */
  async function expectEnded({ accessToken, refreshToken }: SignedIn): Promise<void> {
    await getMe(accessToken).expect(401);
    await refresh(refreshToken).expect(401);
    await until('the other node to refuse the access token', async () => {
      const path = '/api/v1/users/me';
      return (await other.request.get(path).set(...bearer(accessToken))).status === 401;
    });
  }

  async function expectOpen({ accessToken, refreshToken }: SignedIn): Promise<void> {
    await getMe(accessToken).expect(200);
    await refresh(refreshToken).expect(200);
  }

  describe('are listed', () => {
    it('for their owner, with the device in plain words and the one that asks', async () => {
      const anna = await join();
      await join();
      const login = { login: anna.user.username, password: PASSWORD };
      await accounts.service.request
        .post('/api/v1/auth/login')
        .set('user-agent', FIREFOX)
        .send(login)
        .expect(200);
      const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      const times = { createdAt: time, lastUsedAt: time, expiresAt: time, secondFactor: false };
      const { body } = await call('get', 'sessions', anna).expect(200);
      expect(body).toEqual({
        items: [
          { id: expect.any(String), device: 'Firefox on Linux', current: false, ...times },
          { id: expect.any(String), device: null, current: true, ...times },
        ],
        nextCursor: null,
      });
    });

    it('page by page, without those that have ended', async () => {
      const anna = await join();
      for (let count = 0; count < 3; count++) await signIn(anna);
      const gone = await signIn(anna);
      await accounts.service.request
        .post('/api/v1/auth/logout')
        .set(...bearer(gone.accessToken))
        .expect(204);
      const first = (await call('get', 'sessions?limit=3', anna).expect(200)).body;
      expect(first.items).toHaveLength(3);
      const next = `sessions?limit=3&cursor=${first.nextCursor}`;
      const second = (await call('get', next, anna).expect(200)).body;
      expect(second.items.map(({ current }: Session) => current)).toEqual([true]);
      expect(second.nextCursor).toBeNull();
    });
  });

  describe('are ended', () => {
    it('one at a time, by their owner alone', async () => {
      const [anna, kitty] = [await join(), await join()];
      const away = await signIn(anna);
      const id = await currentOf(away);
      await call('delete', `sessions/${id}`, kitty).expect(404);
      await expectOpen(away);
      await call('delete', `sessions/${id}`, anna).expect(204);
      await expectEnded(away);
      await getMe(anna.accessToken).expect(200);
      const again = await call('delete', `sessions/${id}`, anna).expect(404);
      expect(again.body.type).toBe('/problems/session-not-found');
      await call('delete', `sessions/${randomUUID()}`, anna).expect(404);
      await call('delete', 'sessions/x', anna).expect(404);
    });

    it('not when they have expired: those are no sessions any more', async () => {
      const anna = await join();
      const away = await signIn(anna);
      const id = await currentOf(away);
      await accounts.database.query(`update sessions set expires_at = now() where id = $1`, [id]);
      await call('delete', `sessions/${id}`, anna).expect(404);
    });

    it('by a sign-in beyond a hundred, which ends the oldest', async () => {
      const anna = await join();
      const next = await signIn(anna);
      await insertSessions(anna, BOUNDS.sessions.most - 2);
      await expectOpen(anna);
      const last = await signIn(anna);
      await expectEnded(anna);
      for (const session of [next, last]) await expectOpen(session);
      const listed = await call('get', 'sessions?limit=100', last).expect(200);
      expect(listed.body.items).toHaveLength(BOUNDS.sessions.most);
    });

    it('with the one that asks, which signs out by it', async () => {
      const anna = await join();
      await call('delete', `sessions/${await currentOf(anna)}`, anna).expect(204);
      await expectEnded(anna);
    });

    it('all but the one that asks', async () => {
      const [anna, kitty] = [await join(), await join()];
      const away = [await signIn(anna), await signIn(anna)];
      await call('delete', 'sessions', anna).expect(204);
      for (const session of away) await expectEnded(session);
      expect(await list(anna)).toHaveLength(1);
      await expectOpen(anna);
      await expectOpen(kitty);
    });

    it('by a ban, and one may sign in anew to see it', async () => {
      const [anna, staff] = [await join(), await join()];
      await setUser(staff, `role = 'moderator'`);
      const away = await signIn(anna);
      await accounts.service.request
        .post(`/api/v1/moderation/users/${anna.user.id}/decisions`)
        .set(...bearer(staff.accessToken))
        .send({ action: 'ban', reason: 'spam' })
        .expect(201);
      for (const session of [anna, away]) await expectEnded(session);
      const me = await getMe((await signIn(anna)).accessToken).expect(200);
      expect(me.body.standing).toBe('banned');
    });

    it('by a ban that is told of once, however many they are', async () => {
      const [anna, staff] = [await join(), await join()];
      await setUser(staff, `role = 'moderator'`);
      await waitLongForLocks(accounts.service.app);
      await insertSessions(anna, FULL ? 150_000 : 5_000);
      await accounts.service.request
        .post(`/api/v1/moderation/users/${anna.user.id}/decisions`)
        .set(...bearer(staff.accessToken))
        .send({ action: 'ban', reason: 'spam' })
        .expect(201);
      await expectEnded(anna);
      const signals = await accounts.database.query<{ type: string }>(
        `select type from signals where user_id = $1 and type <> 'user.notified'`,
        [anna.user.id],
      );
      expect(signals).toEqual([{ type: 'user.banned' }]);
    });
  });

  describe('of staff', () => {
    const hoursLeft = async ({ user }: SignedIn): Promise<number[]> => {
      const rows = await accounts.database.query<{ hours: number }>(
        `select round(extract(epoch from expires_at - now()) / 3600)::int as hours
         from sessions where user_id = $1 order by id`,
        [user.id],
      );
      return rows.map(({ hours }) => hours);
    };

    it('last 12 hours: those begun as staff, and older ones from the role on', async () => {
      const anna = await join();
      expect(await hoursLeft(anna)).toEqual([720]);
      await setUser(anna, `role = 'moderator'`);
      await signIn(anna);
      expect(await hoursLeft(anna)).toEqual([12, 12]);
      await accounts.database.query(
        `update sessions set expires_at = now() + interval '1 hour' where user_id = $1`,
        [anna.user.id],
      );
      await setUser(anna, `role = 'admin'`);
      await setUser(anna, `role = 'member'`);
      await setUser(anna, `role = 'moderator'`);
      await signIn(anna);
      expect(await hoursLeft(anna)).toEqual([1, 1, 12]);
    });

    it('give no access token beyond their end', async () => {
      const anna = await join();
      await accounts.database.query(
        `update sessions set expires_at = now() + interval '5 minutes' where user_id = $1`,
        [anna.user.id],
      );
      const { expiresIn } = (await refresh(anna.refreshToken).expect(200)).body;
      expect(expiresIn).toBeGreaterThan(200);
      expect(expiresIn).toBeLessThanOrEqual(301);
    });
  });

  describe('and the password', () => {
    it('whose change ends all but the one that asks', async () => {
      const anna = await join();
      const away = await signIn(anna);
      await changePassword(anna, PASSWORD, NEW_PASSWORD).expect(204);
      await expectEnded(away);
      await expectOpen(anna);
      const login = { login: anna.user.username };
      await post('login', { ...login, password: PASSWORD }).expect(401);
      await post('login', { ...login, password: NEW_PASSWORD }).expect(200);
    });

    it('is changed by nobody who does not know the present one, and stays in force', async () => {
      const anna = await join();
      const away = await signIn(anna);
      for (const wrong of ['wrong password', 'x', '', 'x'.repeat(2_000), '\ud800']) {
        const answer = await changePassword(anna, wrong, NEW_PASSWORD);
        if (wrong === '\ud800') expect(answer.status).toBe(422);
        else {
          expect(answer.status).toBe(403);
          expect(answer.body).toMatchObject({
            type: '/problems/wrong-password',
            errors: [{ pointer: '/current' }],
          });
        }
      }
      for (const weak of ['short', 'password123', anna.user.username]) {
        const answer = await changePassword(anna, PASSWORD, weak).expect(422);
        expect(answer.body.errors).toMatchObject([{ pointer: '/password' }]);
      }
      await expectOpen(away);
    });

    it('that is changed while somebody signs in with the old one leaves them no session', async () => {
      for (let round = 0; round < (FULL ? 5 : 2); round++) {
        const anna = await join();
        const login = { login: anna.user.username, password: PASSWORD };
        const [change, ...logins] = await Promise.all([
          changePassword(anna, PASSWORD, NEW_PASSWORD),
          ...Array.from({ length: 4 }, () => post('login', login)),
        ]);
        expect(change.status).toBe(204);
        for (const { status, body } of logins) {
          if (status === 200) await getMe(body.accessToken).expect(401);
          else expect(status).toBe(401);
        }
        expect(await list(anna)).toHaveLength(1);
      }
    });

    it('changed twice at once is changed once', async () => {
      const anna = await join();
      const answers = await Promise.all(
        ['first new password', 'second new password'].map((password) =>
          changePassword(anna, PASSWORD, password),
        ),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 403]));
    });
  });
});
