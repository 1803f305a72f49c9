import { Accounts, PASSWORD } from './accounts.js';
import { Authenticator } from './authenticator.js';
import { CodeApp, expectRefused, TwoSteps } from './factors.js';
import { mailTo, SUBJECTS, tokenIn } from './mails.js';
import { type SignedIn } from './people.js';

export const TALK = 'https://talk.example.org';
export const OTHER_PASSWORD = 'another battery staple';

/** A service, with helpers for passkeys. */
export function usePasskeys() {
  const accounts = new Accounts();
  const steps = new TwoSteps(accounts);
  const { bearer, join, post } = accounts;
  beforeAll(() => accounts.open());
  afterAll(() => accounts.close());

  const call = (
    { accessToken }: SignedIn,
    method: 'get' | 'post' | 'patch' | 'put',
    path: string,
    body?: object,
  ) =>
    accounts.service.request[method](`/api/v1/${path}`)
      .set(...bearer(accessToken))
      .send(body);
  const begin = async (member: SignedIn, body: object = {}) =>
    (await call(member, 'post', 'auth/passkeys/registration', body).expect(200)).body.options;
  const add = (member: SignedIn, answer: object, name = 'Phone') =>
    call(member, 'post', 'auth/passkeys', { name, ...answer });
  const list = async (member: SignedIn) =>
    (await call(member, 'get', 'auth/passkeys').expect(200)).body.items;
  const ask = async () => (await post('passkeys/challenge', {}).expect(200)).body.options;
  const signIn = (answer: object) => post('passkeys/sign-in', answer);
  const enrol = async (member: SignedIn, key = new Authenticator(TALK)) => {
    await add(member, key.make(await begin(member))).expect(201);
    return key;
  };
  /** A session signed in with the password and a code. */
  const signInByTwo = async (member: SignedIn, app: CodeApp): Promise<SignedIn> => {
    const challenge = await steps.begin(member, PASSWORD);
    return (await post('totp/verify', { challenge, code: app.code(1) }).expect(200)).body;
  };
  const reset = async (member: SignedIn) => {
    const { email } = (await call(member, 'get', 'users/me').expect(200)).body;
    await post('forgot-password', { email }).expect(202);
    const token = tokenIn(await mailTo(accounts.service, email, SUBJECTS.reset));
    await post('reset-password', { token, password: OTHER_PASSWORD }).expect(200);
  };
  const expectNone = async (...keys: Authenticator[]) => {
    for (const key of keys)
      expectRefused(await signIn(key.answer(await ask())), 403, 'passkey-refused');
  };
  const age = ({ user }: SignedIn) =>
    accounts.database.query(
      `update sessions set created_at = now() - interval '11 minutes' where user_id = $1`,
      [user.id],
    );

  return {
    accounts,
    steps,
    join,
    post,
    bearer,
    call,
    begin,
    add,
    list,
    ask,
    signIn,
    enrol,
    signInByTwo,
    reset,
    expectNone,
    age,
  };
}
