import { randomUUID } from 'node:crypto';
import { spyOn } from 'jest-mock';
import { BOUNDS } from '../../src/auth/limits/bounds.js';
import { PASSWORD } from '../support/accounts.js';
import { Authenticator } from '../support/authenticator.js';
import { CodeApp, expectRefused } from '../support/factors.js';
import { FULL } from '../support/full-form.js';
import { type SignedIn } from '../support/people.js';
import { createTestApp } from '../support/test-app.js';

import { TALK, usePasskeys } from '../support/passkey-acts.js';

describe('passkeys', () => {
  const { accounts, steps, join, call, begin, add, list, ask, signIn, enrol, age } = usePasskeys();

  describe('are added', () => {
    it('for the name of the service, with the person asked for, and listed by their names', async () => {
      const anna = await join();
      const options = await begin(anna);
      expect(options).toMatchObject({
        rp: { id: 'talk.example.org' },
        user: { name: anna.user.username },
        attestation: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: [],
      });
      const key = new Authenticator(TALK);
      const { body } = await add(anna, key.make(options)).expect(201);
      expect(body).toEqual({
        id: expect.any(String),
        name: 'Phone',
        createdAt: expect.any(String),
        lastUsedAt: null,
        backedUp: false,
      });
      await enrol(anna, new Authenticator(TALK, false));
      expect(await list(anna)).toMatchObject([{ backedUp: true }, { id: body.id }]);
      const { excludeCredentials } = await begin(anna);
      expect(excludeCredentials).toHaveLength(2);
      expect(await steps.find(anna)).toMatchObject({ secondFactor: true });
    });

    it.each([
      ['another origin', { origin: 'https://talk.example.org.evil.example' }],
      ['a page within another site', { crossOrigin: true }],
      ['another name', { site: 'evil.example' }],
      ['no person', { verified: false }],
      ['an answer to a sign-in', { type: 'webauthn.get' }],
      ['another challenge', { challenge: 'A'.repeat(71) }],
    ])('not with %s', async (_, twist) => {
      const anna = await join();
      const answer = new Authenticator(TALK).make(await begin(anna), twist);
      expectRefused(await add(anna, answer), 403, 'passkey-refused');
      expect(await list(anna)).toEqual([]);
    });

    it('once for a challenge, by whom it was asked of, within five minutes', async () => {
      const [anna, ben] = [await join(), await join()];
      const options = await begin(anna);
      const answer = new Authenticator(TALK).make(options);
      expectRefused(await add(ben, answer), 403, 'passkey-refused');
      const clock = spyOn(Date, 'now').mockReturnValue(Date.now() + 5 * 60_000);
      try {
        expectRefused(await add(anna, answer), 403, 'passkey-refused');
      } finally {
        clock.mockRestore();
      }
      const answers = await Promise.all([1, 2, 3, 4].map(() => add(anna, answer)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      const again = new Authenticator(TALK).make(options);
      expectRefused(await add(anna, again), 403, 'passkey-refused');
      // A credential belongs to one account.
      const key = new Authenticator(TALK);
      await enrol(anna, key);
      expectRefused(await add(ben, key.make(await begin(ben))), 403, 'passkey-refused');
    });

    it('by who has the password, or has just signed in, and gives a code where the account has an app', async () => {
      const anna = await join();
      await age(anna);
      const path = 'auth/passkeys/registration';
      expectRefused(await call(anna, 'post', path, {}), 403, 'fresh-sign-in-required');
      const wrong = await call(anna, 'post', path, { current: 'wrong' });
      expectRefused(wrong, 403, 'wrong-password', '/current');
      await begin(anna, { current: PASSWORD });
      const other = await accounts.signIn(anna);
      const app = await steps.enrol(other);
      const refused = await call(anna, 'post', path, { current: PASSWORD });
      expectRefused(refused, 403, 'second-factor-required');
      await steps.call(anna, 'step-up', { code: app.code(1) }).expect(204);
      await begin(anna, { current: PASSWORD });
    });

    it('not where the account has got an app meanwhile, nor where the session has ended', async () => {
      const anna = await join();
      const answer = new Authenticator(TALK).make(await begin(anna));
      await steps.enrol(await accounts.signIn(anna));
      expectRefused(await add(anna, answer), 403, 'second-factor-required');
      const ben = await join();
      const other = new Authenticator(TALK).make(await begin(ben));
      const { secret } = (await steps.call(ben, 'begin').expect(200)).body;
      // The node caches the session for another second.
      await list(ben);
      await accounts.database.query(
        `update sessions set revoked_at = now(), revoked_because = 'logout' where user_id = $1`,
        [ben.user.id],
      );
      expectRefused(await add(ben, other), 401, 'session-ended');
      const code = new CodeApp(secret).code();
      expectRefused(await steps.call(ben, 'confirm', { code }), 401, 'session-ended');
    });

    it('as many as an account may have', async () => {
      const anna = await join();
      await accounts.database.query(
        `insert into passkeys (id, user_id, credential_id, public_key, counter, name, backed_up, by_password)
         select gen_random_uuid(), $1::uuid, decode(md5($1::text || n), 'hex'), '', 0, 'Key', false, false
         from generate_series(2, $2) n`,
        [anna.user.id, BOUNDS.passkeys.most],
      );
      const { user } = anna;
      await accounts.database.query('update sessions set second_factor = true where user_id = $1', [
        user.id,
      ]);
      await enrol(anna);
      const path = 'auth/passkeys/registration';
      expectRefused(await call(anna, 'post', path, {}), 409, 'too-many-passkeys');
    });

    it('not where the service has an address in numbers', async () => {
      const anna = await join();
      const plain = await createTestApp(accounts.database, { PUBLIC_URL: 'http://127.0.0.1:3000' });
      const asked = await plain.request.post('/api/v1/auth/passkeys/challenge').send({});
      expectRefused(asked, 404, 'no-passkeys');
      await plain.close();
      expect((await call(anna, 'get', 'auth/passkeys').expect(200)).body.available).toBe(true);
    });
  });

  describe('sign in', () => {
    it('without a name or a password, as two factors', async () => {
      const anna = await join();
      const key = await enrol(anna);
      await steps.enrol(anna);
      const options = await ask();
      expect(options).toMatchObject({ rpId: 'talk.example.org', userVerification: 'required' });
      expect(options.allowCredentials ?? []).toEqual([]);
      const { body } = await signIn(key.answer(options)).expect(200);
      expect(body.user.id).toBe(anna.user.id);
      expect(await steps.find(body)).toMatchObject({ secondFactor: true });
      expect(await list(anna)).toMatchObject([{ lastUsedAt: expect.any(String) }]);
      const kept = await signIn({ ...key.answer(await ask()), session: 'cookie' }).expect(200);
      expect(kept.body).not.toHaveProperty('refreshToken');
    });

    it.each([
      ['another origin', { origin: 'https://evil.example' }],
      ['a page within another site', { crossOrigin: true }],
      ['another name', { site: 'evil.example' }],
      ['no person', { verified: false }],
      ['an answer to an adding', { type: 'webauthn.create' }],
      ['another challenge', { challenge: 'A'.repeat(71) }],
      ['a counter that was reached before', { counter: 1 }],
      ['another account', { userHandle: Buffer.alloc(16, 7).toString('base64url') }],
    ])('not with %s', async (_, twist) => {
      const anna = await join();
      const key = await enrol(anna);
      await signIn(key.answer(await ask())).expect(200);
      expectRefused(await signIn(key.answer(await ask(), twist)), 403, 'passkey-refused');
    });

    it('not by another key, an unknown one, nor by a challenge of an adding', async () => {
      const anna = await join();
      const key = await enrol(anna);
      const strange = new Authenticator(TALK);
      const forged = { ...strange.answer(await ask()), id: key.id.toString('base64url') };
      const { userHandle } = key.answer(await ask());
      expectRefused(await signIn({ ...forged, userHandle }), 403, 'passkey-refused');
      const unknown = { ...strange.answer(await ask()), userHandle };
      expectRefused(await signIn(unknown), 403, 'passkey-refused');
      const { challenge } = await begin(anna);
      const mixed = key.answer(await ask(), { challenge });
      expectRefused(await signIn(mixed), 403, 'passkey-refused');
    });

    it('not by a challenge in which anything has changed', async () => {
      const key = await enrol(await join());
      const options = await ask();
      const bytes = Buffer.from(options.challenge, 'base64url');
      const taken: number[] = [];
      // Flips a different bit in each byte.
      for (let bit = 0; bit < bytes.length * 8; bit += FULL ? 1 : 7) {
        const changed = Buffer.from(bytes);
        changed[bit >> 3] ^= 1 << (bit & 7);
        const challenge = changed.toString('base64url');
        const { status } = await signIn(key.answer(options, { challenge }));
        if (status !== 403) taken.push(bit);
      }
      expect(taken).toEqual([]);
    });

    it('once for a challenge, however many answer it at once, also by keys that count nothing', async () => {
      for (const counts of [true, false]) {
        const key = await enrol(await join(), new Authenticator(TALK, counts));
        const answer = key.answer(await ask());
        const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(answer)));
        const [opened, refused] = [200, 403].map((status) =>
          answers.filter((one) => one.status === status),
        );
        expect([opened.length, refused.length]).toEqual([1, 7]);
      }
    });
  });

  it('are named and removed by their owner', async () => {
    const [anna, ben] = [await join(), await join()];
    const key = await enrol(anna);
    const [{ id }] = await list(anna);
    const rename = (by: SignedIn, name: string, which = id) =>
      call(by, 'patch', `auth/passkeys/${which}`, { name });
    expect((await rename(anna, 'Ключ на столе').expect(200)).body.name).toBe('Ключ на столе');
    expectRefused(await rename(ben, 'Mine'), 404, 'passkey-not-found');
    expectRefused(await rename(anna, ''), 422, 'invalid-input', '/name');
    const remove = (by: SignedIn, body: object = {}) =>
      call(by, 'post', `auth/passkeys/${id}/remove`, body);
    expectRefused(await remove(ben), 404, 'passkey-not-found');
    await age(anna);
    expectRefused(await remove(anna), 403, 'fresh-sign-in-required');
    await remove(anna, { current: PASSWORD }).expect(204);
    expect(await steps.find(anna)).toMatchObject({ secondFactor: false });
    expectRefused(await remove(anna, { current: PASSWORD }), 404, 'passkey-not-found');
    expectRefused(await rename(anna, 'Gone', randomUUID()), 404, 'passkey-not-found');
    expectRefused(await signIn(key.answer(await ask())), 403, 'passkey-refused');
  });

  it('are not removed by a session that has ended', async () => {
    const anna = await join();
    await enrol(anna);
    // The node caches the session for another second.
    const [{ id }] = await list(anna);
    await accounts.database.query(
      `update sessions set revoked_at = now(), revoked_because = 'logout' where user_id = $1`,
      [anna.user.id],
    );
    const path = `auth/passkeys/${id}/remove`;
    const refused = await call(anna, 'post', path, { current: PASSWORD });
    expectRefused(refused, 401, 'session-ended');
    const kept = 'select 1 from passkeys where id = $1';
    expect(await accounts.database.query(kept, [id])).toHaveLength(1);
  });
});
