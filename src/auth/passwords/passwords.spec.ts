import { hash } from '@node-rs/argon2';
import { TooManySignIns } from './passwords.errors.js';
import { findPasswordFault, isHashable, MAX_RUNNING, Passwords } from './passwords.js';

describe('passwords', () => {
  const passwords = new Passwords();

  it('are hashed with argon2id, 19 MiB, 2 passes and 1 lane, each with its own salt', async () => {
    const [one, other] = [await passwords.hash('pass phrase'), await passwords.hash('pass phrase')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(other).not.toBe(one);
  });

  it('are recognised, and others are not', async () => {
    const hashed = await passwords.hash('pass phrase');
    await expect(passwords.verify(hashed, 'pass phrase')).resolves.toBe(true);
    await expect(passwords.verify(hashed, 'pass phrasE')).resolves.toBe(false);
  });

  it('are the same in either normal form', async () => {
    const hashed = await passwords.hash('p\u0101role \u00e9t\u00e9');
    await expect(passwords.verify(hashed, 'pa\u0304role e\u0301te\u0301')).resolves.toBe(true);
  });

  it('count to their last byte', async () => {
    const long = 'x'.repeat(1024);
    const hashed = await passwords.hash(long);
    await expect(passwords.verify(hashed, `${long.slice(0, -1)}y`)).resolves.toBe(false);
  });

  it('of no account are never right', async () => {
    await expect(passwords.verify(null, 'pass phrase')).resolves.toBe(false);
  });

  it('are told to be hashed anew when the parameters have changed', async () => {
    expect(passwords.isOutdated(await passwords.hash('pass phrase'))).toBe(false);
    const options = { memoryCost: 8_192, timeCost: 2, parallelism: 1 };
    expect(passwords.isOutdated(await hash('pass phrase', options))).toBe(true);
  });

  it('wait in a line of bounded length, and all that are let in are answered', async () => {
    // The hash has the lowest cost, because its parameters determine the duration of a check.
    const cheap = await hash('pass phrase', { memoryCost: 8, timeCost: 1, parallelism: 1 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 300 }, () => passwords.verify(cheap, 'pass phrase')),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(300 - MAX_RUNNING - 256);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(TooManySignIns);
    await expect(passwords.verify(null, 'pass phrase')).resolves.toBe(false);
  });

  it('have at least 8 characters in NFC, at most 1,024 bytes, and are well-formed', () => {
    expect(findPasswordFault('1234567')).not.toBeNull();
    expect(findPasswordFault('12345678')).toBeNull();
    expect(findPasswordFault('пять')).not.toBeNull();
    expect(findPasswordFault('пятьрыб8')).toBeNull();
    expect(findPasswordFault('e\u0301'.repeat(7))).not.toBeNull();
    expect(findPasswordFault('🐟'.repeat(7))).not.toBeNull();
    expect(findPasswordFault('x'.repeat(1024))).toBeNull();
    expect(findPasswordFault('x'.repeat(1025))).not.toBeNull();
    expect(findPasswordFault('1234567\ud800')).not.toBeNull();
  });

  it('are compared where they are shorter, since accounts may be older than the rule', () => {
    expect(isHashable('пять')).toBe(true);
    expect(isHashable('')).toBe(false);
    expect(isHashable('x'.repeat(1025))).toBe(false);
    expect(isHashable('1234567\ud800')).toBe(false);
  });
});
