import { randomBytes, randomUUID } from 'node:crypto';
import { parseConfig } from '../../config/app-config.js';
import { readRefreshToken, RefreshTokens } from './refresh-tokens.js';

const tokens = new RefreshTokens(parseConfig({ AUTH_SECRET: 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU' }));
const family = { id: randomUUID(), salt: randomBytes(16) };

const isGenuine = (token: string, of = family) => {
  const presented = readRefreshToken(token);
  return presented !== null && tokens.proves(presented, of);
};

describe('a refresh token', () => {
  it('says its session and generation', () => {
    expect(readRefreshToken(tokens.derive(family, 70_000))).toMatchObject({
      sessionId: family.id,
      generation: 70_000,
    });
  });

  it('is the same each time it is derived, and proves itself', () => {
    const token = tokens.derive(family, 3);
    expect(tokens.derive(family, 3)).toBe(token);
    expect(isGenuine(token)).toBe(true);
  });

  it('fits in a header and a URL', () => {
    expect(tokens.derive(family, 1)).toMatch(/^[\w-]{70}$/);
  });

  it('of another generation, salt, session or secret is another one', () => {
    const other = new RefreshTokens(
      parseConfig({ AUTH_SECRET: 'Zq4Rz7YbN1cWf8PsJ5hGd3AeUkV2mT9x' }),
    );
    const made = [
      tokens.derive(family, 1),
      tokens.derive(family, 2),
      tokens.derive({ ...family, salt: randomBytes(16) }, 1),
      tokens.derive({ ...family, id: randomUUID() }, 1),
      other.derive(family, 1),
    ];
    expect(new Set(made).size).toBe(made.length);
    expect(made.filter((token) => isGenuine(token))).toEqual(made.slice(0, 2));
  });

  it('of the secret before is genuine while that is still named, and its successor is of the new one', () => {
    const NEW_SECRET = 'Zq4Rz7YbN1cWf8PsJ5hGd3AeUkV2mT9x';
    const old = 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU';
    const rotating = new RefreshTokens(
      parseConfig({ AUTH_SECRET: NEW_SECRET, AUTH_SECRET_PREVIOUS: old }),
    );
    const renewed = new RefreshTokens(parseConfig({ AUTH_SECRET: NEW_SECRET }));
    const former = readRefreshToken(tokens.derive(family, 1))!;
    expect(rotating.proves(former, family)).toBe(true);
    expect(renewed.proves(former, family)).toBe(false);
    expect(rotating.derive(family, 2)).toBe(renewed.derive(family, 2));
    expect(isGenuine(rotating.derive(family, 2))).toBe(false);
  });

  it('with any bit turned proves nothing', () => {
    const bytes = Buffer.from(tokens.derive(family, 1), 'base64url');
    const forged = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const copy = Buffer.from(bytes);
      copy[bit >> 3] ^= 1 << (bit & 7);
      return copy.toString('base64url');
    });
    expect(forged.filter((token) => isGenuine(token))).toEqual([]);
  });

  it('has one spelling', () => {
    const token = tokens.derive(family, 1);
    const respelt = [`${token}=`, `${token} `, `${token}\n`, token.slice(0, -1), ` ${token}`, ''];
    const last = token.at(-1)!;
    const sameBytes = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
      .split('')
      .filter((letter) => letter !== last)
      .map((letter) => token.slice(0, -1) + letter);
    expect([...respelt, ...sameBytes].filter((text) => isGenuine(text))).toEqual([]);
  });
});
