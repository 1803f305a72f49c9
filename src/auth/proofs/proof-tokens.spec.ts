import { randomBytes } from 'node:crypto';
import type { AppConfig } from '../../config/app-config.js';
import { type Provable, ProofTokens, readProofToken } from './proof-tokens.js';

const SECRET = 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU';
const FORMER = 'q7Vw2LzR9xKd4TnB8mYcH3sJ6gPfA1eU';
const of = (authSecret: string, previousAuthSecret: string | null = null) =>
  new ProofTokens({ authSecret, previousAuthSecret } as AppConfig);

const PROOF: Provable = {
  id: '01900000-0000-7000-8000-000000000001',
  userId: '01900000-0000-7000-8000-000000000002',
  purpose: 'reset',
  emailKey: 'anna@example.org',
};
const ACCOUNT = { emailKey: 'anna@example.org', passwordHash: '$argon2id$1' };

describe('the token of a link', () => {
  const tokens = of(SECRET);
  const proves = (token: string, proof = PROOF, by = tokens) => {
    const presented = readProofToken(token);
    return presented !== null && by.proves(presented, proof);
  };

  it('is of its row alone, the same each time', () => {
    const token = tokens.derive(PROOF);
    expect(token).toBe(tokens.derive({ ...PROOF }));
    expect(token).toMatch(/^01900000-0000-7000-8000-000000000001\.[\w-]{43}$/);
    expect(proves(token)).toBe(true);
    for (const change of [
      { id: '01900000-0000-7000-8000-000000000003' },
      { userId: PROOF.id },
      { purpose: 'confirm' as const },
      { emailKey: 'boris@example.org' },
    ]) {
      expect(proves(token, { ...PROOF, ...change })).toBe(false);
    }
  });

  it('is of the secret, or of the one before while that is named', () => {
    const token = of(FORMER).derive(PROOF);
    expect(proves(token)).toBe(false);
    expect(proves(token, PROOF, of(SECRET, FORMER))).toBe(true);
    expect(of(SECRET, FORMER).derive(PROOF)).toBe(tokens.derive(PROOF));
  });

  it('is proven by none of ten thousand that differ by a bit, or are made up', () => {
    const [id, mac] = tokens.derive(PROOF).split('.');
    for (let nth = 0; nth < 10_000; nth++) {
      const bytes = nth % 2 ? randomBytes(32) : Buffer.from(mac, 'base64url');
      if (nth % 2 === 0) bytes[(nth >> 1) % 32] ^= 1 << ((nth >> 6) % 8);
      if (proves(`${id}.${bytes.toString('base64url')}`)) throw new Error(`The ${nth}th opens`);
    }
  });

  it('has one spelling', () => {
    const token = tokens.derive(PROOF);
    const [id, mac] = token.split('.');
    const others = ['', '.', id, mac, `${id}.`, `.${mac}`, `${id}.${mac}=`, `${id}.${mac}.`];
    others.push(`${id.toUpperCase().replace('0', 'O')}.${mac}`, `${id}.${mac.slice(1)}`);
    others.push(`${id}. ${mac}`, `${id}.${mac.slice(0, -1)}${mac.endsWith('-') ? '_' : '-'}`);
    expect(others.filter((one) => proves(one))).toEqual([]);
  });

  it('holds to the state of the account that its purpose is about', () => {
    const changed = (purpose: Provable['purpose'], account: object) =>
      !tokens.isState(tokens.stateOf(purpose, ACCOUNT), purpose, { ...ACCOUNT, ...account });
    const [email, password] = [{ emailKey: 'b@example.org' }, { passwordHash: null }];
    expect(changed('reset', {})).toBe(false);
    expect([changed('reset', email), changed('reset', password)]).toEqual([true, true]);
    expect([changed('change', email), changed('change', password)]).toEqual([true, true]);
    expect([changed('confirm', email), changed('confirm', password)]).toEqual([true, false]);
    expect([changed('take-back', email), changed('take-back', password)]).toEqual([false, false]);
  });
});
