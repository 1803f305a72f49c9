import { randomInt } from 'node:crypto';
import { parseConfig } from '../../config/app-config.js';
import { newId } from '../../database/ids.js';
import { type Ending, readUnsubscribeToken, UnsubscribeTokens } from './unsubscribe-tokens.js';

const SECRET = 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU';
const OTHER = 'hY4mZ8cQw2Xr6TnV1bKs9DfJ3gLp7EaU';
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';

const tokensOf = (env: Record<string, string>) => new UnsubscribeTokens(parseConfig(env));

describe('tokens that end mails', () => {
  const tokens = tokensOf({ AUTH_SECRET: SECRET });
  const holder = { userId: newId(), emailKey: 'anna@example.org' };
  const endings: Ending[] = [
    { kinds: ['reply'] },
    { kinds: ['reply', 'mention', 'followed', 'decision', 'correction'] },
    { postId: newId(), level: 'none' },
    { postId: newId(), level: 'replies' },
  ];
  const isTaken = (token: string, emailKey = holder.emailKey, by = tokens) => {
    const presented = readUnsubscribeToken(token);
    return presented !== null && by.proves(presented, emailKey);
  };

  it.each(endings)('say what they end: %j', (ending) => {
    const token = tokens.derive(holder, ending);
    expect(readUnsubscribeToken(token)).toMatchObject({ userId: holder.userId, ending });
    expect(isTaken(token)).toBe(true);
    expect(encodeURIComponent(token)).toBe(token);
  });

  it('are of one address', () => {
    expect(isTaken(tokens.derive(holder, endings[0]), 'boris@example.org')).toBe(false);
  });

  it('are good while the secret is exchanged, and not of another one', () => {
    const token = tokens.derive(holder, endings[0]);
    const next = tokensOf({ AUTH_SECRET: OTHER, AUTH_SECRET_PREVIOUS: SECRET });
    expect(isTaken(token, holder.emailKey, next)).toBe(true);
    expect(isTaken(token, holder.emailKey, tokensOf({ AUTH_SECRET: OTHER }))).toBe(false);
  });

  it('are not taken in parts of each other', () => {
    const parts = endings.map((ending) => tokens.derive(holder, ending).split('.'));
    const other = tokens.derive({ ...holder, userId: newId() }, endings[0]).split('.');
    for (const [at, [user, what, mac]] of parts.entries()) {
      const [, , otherMac] = parts[(at + 1) % parts.length];
      const mixed = [[user, what, otherMac].join('.'), [other[0], what, mac].join('.')];
      const longer = [`${user}.${what}.${mac}.`, `${user}.${what}.${mac}=`, `${user}.${what}`, ''];
      expect([...mixed, ...longer].filter((token) => isTaken(token))).toEqual([]);
    }
  });

  it('are none of 10,000 that were altered', () => {
    let taken = 0;
    for (let n = 0; n < 10_000; n++) {
      const token = tokens.derive(holder, endings[n % endings.length]);
      const at = randomInt(token.length);
      const sign = SIGNS[randomInt(SIGNS.length)];
      const altered =
        n % 3 === 0
          ? token.slice(0, at) + token.slice(at + 1)
          : token.slice(0, at) + sign + token.slice(at + (n % 2));
      if (altered !== token && isTaken(altered)) taken += 1;
    }
    expect(taken).toBe(0);
  });
});
