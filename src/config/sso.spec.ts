import { generateKeyPairSync } from 'node:crypto';
import { type Environment, parseConfig } from './app-config.js';

const SECRET = 'hY4mZ8cQw2Xr6TnV1bKs9DfJ3gLp7EaU';
const { publicKey } = generateKeyPairSync('ed25519');
const RAW = publicKey.export({ format: 'jwk' }).x!;
const DER = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const ISSUER = 'https://www.example.org';

describe('the keys of the host site', () => {
  const parse = (env: Environment) =>
    parseConfig({ DATA_DIR: '/tmp', AUTH_SECRET: 'dev', ...env }).sso;

  it('are none, unless they are named', () => {
    expect(parse({})).toBeNull();
    expect(parse({ SSO_KEYS: ' ' })).toBeNull();
  });

  it('are one or two, each with its algorithm', () => {
    const sso = parse({
      SSO_KEYS: `a:hs256:${SECRET} b:eddsa:${RAW}`,
      SSO_ISSUER: ISSUER,
      PUBLIC_URL: 'https://talk.example.org/',
    })!;
    expect(sso).toMatchObject({
      issuer: ISSUER,
      audience: 'https://talk.example.org',
      ceiling: 'member',
    });
    expect(sso.keys.map(({ kid, algorithm }) => [kid, algorithm])).toEqual([
      ['a', 'HS256'],
      ['b', 'EdDSA'],
    ]);
    const named = parse({
      SSO_KEYS: `b:eddsa:${DER}`,
      SSO_ISSUER: ISSUER,
      SSO_AUDIENCE: 'site-7',
      SSO_ROLES: 'moderator',
    })!;
    expect(named).toMatchObject({ audience: 'site-7', ceiling: 'moderator' });
    expect(named.keys[0].key.equals(sso.keys[1].key)).toBe(true);
  });

  it.each([
    ['no issuer', { SSO_KEYS: `a:hs256:${SECRET}` }, /needs SSO_ISSUER/],
    ['no keys', { SSO_ISSUER: ISSUER }, /needs SSO_KEYS/],
    ['three keys', { SSO_KEYS: 'a:hs256:x b:hs256:y c:hs256:z' }, /one key, or two/],
    ['one name twice', { SSO_KEYS: 'a:hs256:x a:hs256:y' }, /one key, or two/],
    ['no name', { SSO_KEYS: SECRET }, /^SSO_KEYS must list/],
    ['another algorithm', { SSO_KEYS: `a:rs256:${SECRET}` }, /^SSO_KEYS must list/],
    ['a short public key', { SSO_KEYS: `a:eddsa:${RAW.slice(4)}` }, /no public key of Ed25519/],
    ['another role', { SSO_KEYS: 'a:hs256:x', SSO_ROLES: 'owner' }, /^SSO_ROLES must be one of/],
    [
      'a secret that signs something else',
      { SSO_KEYS: `a:hs256:${SECRET}`, AUTH_SECRET: SECRET },
      /a secret of its own/,
    ],
  ])('stop the start with %s', (_, env, message) => {
    const issuer = 'SSO_KEYS' in env && !/needs/.test(message.source) ? { SSO_ISSUER: ISSUER } : {};
    expect(() => parse({ ...issuer, ...env })).toThrow(message);
  });
});
