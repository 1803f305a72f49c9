import { randomBytes } from 'node:crypto';
import type { TestApp } from './test-app.js';

/** A signed-in person and their credentials. */
export interface Person {
  id: string;
  username: string;
  token: string;
  refreshToken: string;
  /** Header for supertest's `.set()`. */
  auth: { authorization: string };
}

/** The password of every test account. */
export const PASSWORD = 'correct horse battery';
/** The environment that `createTestApp` needs, so that `admin` can sign in. */
export const ADMIN = { ADMIN_EMAIL: 'admin@example.org', ADMIN_PASSWORD: 'a long enough password' };

/** A unique name, also when a test runs again. */
export const newName = (kind = 'reader') => `${kind}-${randomBytes(6).toString('hex')}`;

export async function register(app: TestApp, name = newName()): Promise<Person> {
  const answer = await app.request
    .post('/api/v1/auth/register')
    .send({ email: `${name}@example.org`, username: name, password: PASSWORD })
    .expect(201);
  return personOf(answer.body);
}

/** Signs in again after a ban, which ends all sessions. */
export async function signInAnew(
  app: Pick<TestApp, 'request'>,
  { username }: Pick<Person, 'username'>,
): Promise<Person> {
  return personOf(await logIn(app, username, PASSWORD));
}

/** A further session of an account. */
export async function logIn(
  app: Pick<TestApp, 'request'>,
  login: string,
  password: string,
): Promise<SignedIn> {
  const answer = await app.request.post('/api/v1/auth/login').send({ login, password }).expect(200);
  return answer.body;
}

/** The first administrator, created by the service itself. */
export async function admin(app: TestApp): Promise<Person> {
  const { FirstAdmin } = await import('../../src/auth/identity/first-admin.js');
  await app.app.get(FirstAdmin).ensure();
  return signInAsAdmin(app);
}

/** For a service that created its first administrator at its start. */
export async function signInAsAdmin(app: Pick<TestApp, 'request'>): Promise<Person> {
  return personOf(await logIn(app, ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD));
}

export async function moderator(app: TestApp, by: Person): Promise<Person> {
  const person = await register(app);
  await app.request
    .put(`/api/v1/users/${person.username}/role`)
    .set(by.auth)
    .send({ role: 'moderator' })
    .expect(200);
  return person;
}

/** The answer to a sign-in or registration. */
export interface SignedIn {
  user: { id: string; username: string };
  accessToken: string;
  refreshToken: string;
}

function personOf({ user, accessToken, refreshToken }: SignedIn): Person {
  const auth = { authorization: `Bearer ${accessToken}` };
  return { id: user.id, username: user.username, token: accessToken, refreshToken, auth };
}
