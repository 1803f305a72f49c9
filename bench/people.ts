import type { Service } from './service.js';
import { ADMIN } from './site.js';

/** A signed-in person. */
export interface Person {
  id: string;
  headers: Record<string, string>;
}

/** The maximum number of writing connections. */
export const WRITERS = 32;

/** JSON over `fetch`; for setup, not for measurements. */
export async function call<Answer>(
  { url }: Service,
  method: string,
  path: string,
  { by, body }: { by?: Person; body?: object } = {},
): Promise<Answer> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...by?.headers },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
  return JSON.parse(text) as Answer;
}

export async function signInAdmin(service: Service): Promise<Person> {
  const { email: login, password } = ADMIN;
  return personOf(await call(service, 'POST', '/auth/login', { body: { login, password } }));
}

/** New accounts that write, since their names may be taken otherwise. */
export async function registerWriters(service: Service): Promise<Person[]> {
  const round = Date.now().toString(36);
  const people: Person[] = [];
  for (let nth = 1; nth <= WRITERS; nth++) {
    const username = `writer-${round}-${nth}`;
    const account = { email: `${username}@example.org`, username, password: ADMIN.password };
    people.push(personOf(await call(service, 'POST', '/auth/register', { body: account })));
  }
  return people;
}

export function personOf({
  user,
  accessToken,
}: {
  user: { id: string };
  accessToken: string;
}): Person {
  return { id: user.id, headers: { authorization: `Bearer ${accessToken}` } };
}
