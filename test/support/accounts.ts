import type { Signal } from '../../src/events/signal-log.repository.js';
import { SignalTail } from '../../src/events/signal-tail.js';
import { logIn, type SignedIn } from './people.js';
import { createTestApp, type Prepare, type TestApp } from './test-app.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { until } from './until.js';

export const SECRET = 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU';
export const PASSWORD = 'correct horse battery staple';

/** A service of its own, with helpers for registration and sign-in. */
export class Accounts {
  database!: TestDatabase;
  service!: TestApp;
  private people = 0;

  async open(prepare?: Prepare): Promise<void> {
    this.database = await createTestDatabase();
    const env = { AUTH_SECRET: SECRET, PUBLIC_URL: 'https://talk.example.org' };
    this.service = await createTestApp(this.database, env, prepare);
  }

  async close(): Promise<void> {
    await this.service.close();
    await this.database.drop();
  }

  readonly post = (path: string, body: object) =>
    this.service.request.post(`/api/v1/auth/${path}`).send(body);
  readonly refresh = (refreshToken: string) => this.post('refresh', { refreshToken });
  readonly bearer = (token: string): [string, string] => ['authorization', `Bearer ${token}`];
  readonly getMe = (token: string) =>
    this.service.request.get('/api/v1/users/me').set(...this.bearer(token));

  /** Registers a new account with a unique name. */
  readonly join = async (more: object = {}): Promise<SignedIn> => {
    const letters = String(this.people).replace(/\d/g, (digit) => 'abcdefghjk'[Number(digit)]);
    const username = `person-${letters}`;
    this.people += 1;
    const account = { email: `${username}@example.org`, username, password: PASSWORD, ...more };
    return (await this.post('register', account).expect(201)).body;
  };

  /** The same with a confirmed address. */
  readonly joinConfirmed = async (): Promise<SignedIn> => {
    const member = await this.join();
    await this.setUser(member, 'email_verified_at = now()');
    return member;
  };

  /** Opens another session of an existing account. */
  readonly signIn = ({ user }: SignedIn): Promise<SignedIn> =>
    logIn(this.service, user.username, PASSWORD);

  /** The session of some tokens, from the database. */
  readonly sessionOf = async ({ user }: SignedIn) => {
    const [session] = await this.database.query<{
      revoked_because: string | null;
      generation: number;
    }>('select revoked_because, generation from sessions where user_id = $1', [user.id]);
    return session;
  };

  /** Changes an account in the database, and signals the change to the nodes. */
  readonly setUser = async ({ user }: SignedIn, change: string) => {
    await this.database.query(`update users set ${change} where id = $1`, [user.id]);
    const tail = this.service.app.get(SignalTail, { strict: false });
    const heard = new Set<number>();
    const hear = ({ id }: Signal) => void heard.add(id);
    tail.signals.on('signal', hear);
    const [{ id }] = await this.database.query<{ id: string }>(
      `insert into signals (type, user_id) values ('user.changed', $1) returning id`,
      [user.id],
    );
    // Other signals may come before it.
    await until('the signal of the change', async () => heard.has(Number(id)));
    tail.signals.off('signal', hear);
  };
}
