import { Authenticator } from './authenticator.js';
import { CodeApp } from './factors.js';
import { TALK } from './host-tokens.js';
import { type Person, register } from './people.js';
import type { Recorder } from './recorder.js';

/** Requests of accounts about the codes of an app. */
export async function tryCodes(recorder: Recorder, person: Person): Promise<void> {
  const password = 'correct horse battery';
  const { secret } = (await recorder.send('post', '/auth/totp/begin', person, {}).expect(200)).body;
  const codes = new CodeApp(secret);
  const first = await recorder.send('post', '/auth/totp/confirm', person, { code: codes.code() });
  expect(first.status).toBe(200);
  const [one, two, three] = first.body.recoveryCodes;
  await recorder.app.request.get('/api/v1/auth/factors').set(person.auth).expect(200);
  const login = { login: person.username, password };
  const refused = await recorder.app.request.post('/api/v1/auth/login').send(login).expect(403);
  const step = { challenge: refused.body.challenge, code: one };
  await recorder.app.request.post('/api/v1/auth/totp/verify').send(step).expect(200);
  await recorder.send('post', '/auth/totp/step-up', person, { code: two }).expect(204);
  const renewed = await recorder.send('post', '/auth/totp/recovery-codes', person, { code: three });
  expect(renewed.status).toBe(200);
  const [code] = renewed.body.recoveryCodes;
  await recorder.send('post', '/auth/totp/remove', person, { code, current: password }).expect(204);
}

/** Requests of accounts about passkeys. */
export async function tryPasskeys(recorder: Recorder): Promise<void> {
  const person = await register(recorder.app);
  const ask = (path: string, body: object = {}) =>
    recorder.app.request.post(`/api/v1/auth/passkeys/${path}`).send(body);
  const begun = await recorder.send('post', '/auth/passkeys/registration', person, {}).expect(200);
  const key = new Authenticator(TALK);
  const answer = { name: 'Phone', ...key.make(begun.body.options) };
  const { id } = (await recorder.send('post', '/auth/passkeys', person, answer).expect(201)).body;
  const { body } = await ask('challenge').expect(200);
  await ask('sign-in', key.answer(body.options)).expect(200);
  await recorder.app.request.get('/api/v1/auth/passkeys').set(person.auth).expect(200);
  await recorder.send('patch', `/auth/passkeys/${id}`, person, { name: 'Key' }).expect(200);
  await recorder.send('post', `/auth/passkeys/${id}/remove`, person, {}).expect(204);
}
