import { SignJWT, UnsecuredJWT } from 'jose';
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { parseConfig } from '../../config/app-config.js';
import { InvalidToken, TokenExpired } from './sessions.errors.js';
import { deriveSigningKey } from './signing-key.js';
import { Tokens } from './access-tokens.js';

const SECRET = 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU';
const config = parseConfig({ AUTH_SECRET: SECRET, PUBLIC_URL: 'https://talk.example.org' });
const key = deriveSigningKey(SECRET, 'access tokens');
const claims = { userId: randomUUID(), sessionId: randomUUID() };
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000);
const HALF_AN_HOUR = 30 * 60;
const OWN_KEY = createSecretKey(randomBytes(32));

/** A valid token, except for what a test changes. */
interface Forgery {
  header?: Record<string, unknown>;
  payload?: Record<string, unknown>;
  signedWith?: typeof key;
}

function forge({ header, payload, signedWith = key }: Forgery = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    iss: 'colloquy',
    aud: 'colloquy',
    sub: claims.userId,
    sid: claims.sessionId,
    iat: now,
    exp: now + 60,
    ...payload,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
    .sign(signedWith);
}

describe('an access token', () => {
  const tokens = new Tokens(config);

  it('names its user and session, and when it expires', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { accessToken, expiresIn } = await tokens.issue(claims, inSeconds(86_400));
    const read = await tokens.verify(accessToken);
    expect(expiresIn).toBe(HALF_AN_HOUR);
    expect(read).toEqual({ ...claims, expiresAt: expect.any(Number) });
    expect(read.expiresAt).toBeGreaterThanOrEqual(before + HALF_AN_HOUR * 1000);
    expect(read.expiresAt).toBeLessThanOrEqual(Date.now() + HALF_AN_HOUR * 1000);
  });

  it('ends no later than its session', async () => {
    const end = inSeconds(600);
    const { accessToken, expiresIn } = await tokens.issue(claims, end);
    expect(expiresIn).toBeGreaterThan(590);
    expect(expiresIn).toBeLessThanOrEqual(601);
    const { expiresAt } = await tokens.verify(accessToken);
    expect(expiresAt).toBeLessThan(end.getTime() + 1_000);
  });

  it('is still valid after a restart with the same secret', async () => {
    const { accessToken } = await tokens.issue(claims, inSeconds(86_400));
    await expect(new Tokens(config).verify(accessToken)).resolves.toMatchObject(claims);
  });

  it('of the secret before is valid while that is still named, and new ones are of the new one', async () => {
    const NEW_SECRET = 'Zq4Rz7YbN1cWf8PsJ5hGd3AeUkV2mT9x';
    const withSecrets = (AUTH_SECRET: string, AUTH_SECRET_PREVIOUS?: string) =>
      new Tokens(parseConfig({ AUTH_SECRET, AUTH_SECRET_PREVIOUS }));
    const rotating = withSecrets(NEW_SECRET, SECRET);
    const former = await tokens.issue(claims, inSeconds(86_400));
    await expect(rotating.verify(former.accessToken)).resolves.toMatchObject(claims);
    await expect(withSecrets(NEW_SECRET).verify(former.accessToken)).rejects.toThrow(InvalidToken);
    const next = await rotating.issue(claims, inSeconds(86_400));
    await expect(withSecrets(NEW_SECRET).verify(next.accessToken)).resolves.toMatchObject(claims);
    await expect(tokens.verify(next.accessToken)).rejects.toThrow(InvalidToken);
    const exp = Math.floor(Date.now() / 1000) - 1;
    await expect(rotating.verify(await forge({ payload: { exp } }))).rejects.toThrow(TokenExpired);
  });

  it('is accepted when it is made like ours, so that the forgeries below fail for their one fault', async () => {
    await expect(tokens.verify(await forge())).resolves.toMatchObject(claims);
  });

  it('of the past is told apart', async () => {
    const exp = Math.floor(Date.now() / 1000) - 1;
    await expect(tokens.verify(await forge({ payload: { exp } }))).rejects.toThrow(TokenExpired);
  });

  it.each<[string, Forgery]>([
    ['another key', { signedWith: createSecretKey(randomBytes(32)) }],
    ['the raw secret', { signedWith: createSecretKey(Buffer.from(SECRET)) }],
    ['the key of refresh tokens', { signedWith: deriveSigningKey(SECRET, 'refresh tokens') }],
    [
      'another algorithm',
      { header: { alg: 'HS512' }, signedWith: createSecretKey(randomBytes(64)) },
    ],
    [
      'a key of its own',
      { header: { jwk: OWN_KEY.export({ format: 'jwk' }) }, signedWith: OWN_KEY },
    ],
    [
      'a place of its keys',
      { header: { jku: 'https://evil.example.org/keys', kid: '1' }, signedWith: OWN_KEY },
    ],
    ['another issuer', { payload: { iss: 'https://evil.example.org' } }],
    ['no issuer', { payload: { iss: undefined } }],
    ['another audience', { payload: { aud: 'other' } }],
    ['no audience', { payload: { aud: undefined } }],
    ['another type', { header: { typ: 'JWT' } }],
    ['no type', { header: { typ: undefined } }],
    ['no expiry', { payload: { exp: undefined } }],
    ['no time of issue', { payload: { iat: undefined } }],
    ['no subject', { payload: { sub: undefined } }],
    ['a subject that is no id', { payload: { sub: 'admin' } }],
    ['no session', { payload: { sid: undefined } }],
    ['a session that is no id', { payload: { sid: '1 or 1=1' } }],
    ['a start in the future', { payload: { nbf: Math.floor(Date.now() / 1000) + 600 } }],
  ])('with %s is refused', async (_, forgery) => {
    await expect(tokens.verify(await forge(forgery))).rejects.toThrow(InvalidToken);
  });

  it('without a signature is refused', async () => {
    const unsecured = new UnsecuredJWT({ sid: claims.sessionId })
      .setIssuer('https://talk.example.org')
      .setAudience('colloquy')
      .setSubject(claims.userId)
      .setIssuedAt()
      .setExpirationTime('1m')
      .encode();
    await expect(tokens.verify(unsecured)).rejects.toThrow(InvalidToken);
  });

  it('with a header that claims no algorithm is refused, signed or not', async () => {
    const [, payload, signature] = (await forge()).split('.');
    const header = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    await expect(tokens.verify(`${header}.${payload}.`)).rejects.toThrow(InvalidToken);
    await expect(tokens.verify(`${header}.${payload}.${signature}`)).rejects.toThrow(InvalidToken);
  });

  it('with another payload under its signature is refused', async () => {
    const [header, , signature] = (await forge()).split('.');
    const [, payload] = (await forge({ payload: { sub: randomUUID() } })).split('.');
    await expect(tokens.verify(`${header}.${payload}.${signature}`)).rejects.toThrow(InvalidToken);
  });

  it.each(['', 'x', 'a.b.c', '..', '{}'])('written as "%s" is refused', async (token) => {
    await expect(tokens.verify(token)).rejects.toThrow(InvalidToken);
  });
});
