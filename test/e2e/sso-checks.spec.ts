import { hostToken, now, SSO_ENV } from '../support/host-tokens.js';
import { useSite } from '../support/site.js';

describe('a reader of the host site whose token fails', () => {
  const site = useSite({ env: SSO_ENV });
  let people = 0;
  const fresh = () => `host-${++people}`;
  const verify = async (token: string) =>
    (await site.app.request.post('/api/v1/auth/sso/verify').send({ token }).expect(200)).body as {
      valid: boolean;
      checks: { code: string; ok: boolean; detail: string }[];
    };
  const failed = async (token: string) =>
    (await verify(token)).checks.filter(({ ok }) => !ok).map(({ code }) => code);

  it('is told by every check that it fails', async () => {
    const good = await verify(await hostToken({ sub: fresh(), user: { email: 'x', badges: 7 } }));
    expect(good.valid).toBe(true);
    expect(good.checks.at(-1)!.detail).toBe(
      'Left out, since they cannot be used: user.email, user.badges.',
    );
    const bad = await hostToken(
      { iss: 'x', aud: ['y'], exp: now() + 90_000, nbf: now() + 900, iat: now() + 900, user: 7 },
      { header: { typ: 'at+jwt' }, key: Buffer.from('x'.repeat(32)) },
    );
    expect(await failed(bad)).toEqual([
      'type',
      'signature',
      'issuer',
      'audience',
      'expiry',
      'start',
      'issued',
      'subject',
      'user',
    ]);
    expect(await failed('a.b')).toEqual(['form']);
    expect(await failed(await hostToken({}, { header: { kid: 'gone' } }))).toEqual([
      'key',
      'subject',
    ]);
  });

  it('hears which key was looked for, and no secret', async () => {
    const forged = await hostToken({ sub: 'x' }, { key: Buffer.from('y'.repeat(32)) });
    const answer = JSON.stringify(await verify(forged));
    expect(answer).toContain('It was not signed with the key old (HS256).');
    expect(answer).not.toContain(SSO_ENV.SSO_KEYS.split(/[: ]/)[2]);
    const unknown = JSON.stringify(await verify(await hostToken({}, { header: { kid: 'z9' } })));
    expect(unknown).toContain('old (HS256) and new (EdDSA)');
    expect(unknown).not.toContain('z9');
  });

  it('signs nobody in, and makes no account', async () => {
    const id = fresh();
    await verify(await hostToken({ sub: id }));
    const found = await site.database.query('select from identities where subject = $1', [id]);
    expect(found).toEqual([]);
  });
});
