import { randomBytes } from 'node:crypto';
import { mailTo, SUBJECTS, tokenIn } from './mails.js';
import { PASSWORD, type Person } from './people.js';
import type { TestApp } from './test-app.js';

export const NEW_PASSWORD = 'another battery staple';

/** Helpers for the links of mails. @param site may be opened later */
export function proofActs(site: { app: TestApp }) {
  const post = (path: string, body: object) =>
    site.app.request.post(`/api/v1/auth/${path}`).send(body);
  const addressOf = ({ username }: Person) => `${username}@example.org`;
  const me = async ({ auth }: Person) =>
    (await site.app.request.get('/api/v1/users/me').set(auth).expect(200)).body;
  const tokenTo = async (to: string, subject: string) =>
    tokenIn(await mailTo(site.app, to, subject));
  const forget = async (email: string) => {
    await post('forgot-password', { email }).expect(202);
    return tokenTo(email, SUBJECTS.reset);
  };
  const changeEmail = async (person: Person, email: string) => {
    const change = { email, current: PASSWORD };
    await site.app.request.put('/api/v1/users/me/email').set(person.auth).send(change).expect(202);
    return tokenTo(email, SUBJECTS.change);
  };
  const newAddress = () => `new-${randomBytes(6).toString('hex')}@example.org`;
  const expectNotValid = async (path: string, body: object) => {
    const answer = await post(path, body).expect(422);
    expect(answer.body.type).toBe('/problems/link-not-valid');
  };
  return { post, addressOf, me, tokenTo, forget, changeEmail, newAddress, expectNotValid };
}
