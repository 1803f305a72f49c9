import type { Person } from './people.js';
import type { TestApp } from './test-app.js';

/** A named guest, whose token is sent like that of an account. */
export type Guest = Omit<Person, 'username'>;

export async function beGuest(
  app: Pick<TestApp, 'request'>,
  displayName = 'Anna of the hills',
): Promise<Guest> {
  const { body } = await app.request.post('/api/v1/auth/guest').send({ displayName }).expect(201);
  const { user, accessToken, refreshToken } = body;
  const auth = { authorization: `Bearer ${accessToken}` };
  return { id: user.id, token: accessToken, refreshToken, auth };
}
