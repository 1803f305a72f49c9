import { idAt, newId } from '../../database/ids.js';
import type { Member } from '../../users/viewer/viewer.js';
import { LIMIT_CLASSES, type LimitClass } from './limit-classes.js';
import { accountOf, partsOf } from './budget-parts.js';

const DAY = 86_400_000;
const SAMPLE: LimitClass = {
  what: 'samples',
  account: [{ count: 30, seconds: 60 }],
  network: [{ count: 50, seconds: 60 }],
  grows: true,
};

const member = (days: number, more: Partial<Member> = {}): Member => ({
  id: idAt(new Date(Date.now() - days * DAY), 0),
  role: 'member',
  standing: 'active',
  sessionId: newId(),
  expiresAt: 0,
  ...more,
});

const counts = (limits: LimitClass, who: Member | null, address = '203.0.113.7') =>
  Array.from(
    partsOf(limits, { address, account: who && accountOf(who) }),
    ({ by, rate }) => `${by} ${rate.count}`,
  );

describe('the budgets of a request', () => {
  it('are those of its session, its account and its networks, the narrowest first', () => {
    expect(counts(SAMPLE, member(30))).toEqual([
      'session 23',
      'account 30',
      'address 50',
      '/24 200',
    ]);
    expect(counts(SAMPLE, null, '2001:db8::1')).toEqual(['/64 50', '/56 100', '/48 400']);
  });

  it('are a third of it in the first day of an account, two thirds in its first week', () => {
    const ofAccount = (days: number) => counts(SAMPLE, member(days)).slice(0, 2);
    expect(ofAccount(0)).toEqual(['session 8', 'account 10']);
    expect(ofAccount(2)).toEqual(['session 15', 'account 20']);
    expect(ofAccount(8)).toEqual(['session 23', 'account 30']);
  });

  it('do not grow where an account needs all of it from the first day, whatever its standing', () => {
    const { what, account, network } = SAMPLE;
    for (const standing of ['active', 'suspended', 'banned'] as const) {
      expect(counts({ what, account, network }, member(0, { standing }))[1]).toBe('account 30');
    }
    for (const name of ['reads', 'sessions', 'account', 'read-state'] as const) {
      expect('grows' in LIMIT_CLASSES[name]).toBe(false);
    }
  });

  it('are five times as large for staff, who are not counted with their network', () => {
    expect(counts(SAMPLE, member(0, { role: 'moderator' }))).toEqual([
      'session 113',
      'account 150',
    ]);
  });

  it('are those of the network for staff, too, where accounts have none', () => {
    const moderator = member(0, { role: 'moderator' });
    for (const name of ['sign-in', 'registration', 'notices'] as const) {
      const guests = counts(LIMIT_CLASSES[name], null);
      expect(guests.length).toBeGreaterThan(0);
      expect(counts(LIMIT_CLASSES[name], moderator)).toEqual(guests);
    }
  });

  it('say so where they are those of a new account', () => {
    const grows = (days: number) =>
      Array.from(
        partsOf(SAMPLE, { address: '203.0.113.7', account: accountOf(member(days)) }),
        (part) => part.grows,
      );
    expect(grows(0)).toEqual([true, true, false, false]);
    expect(grows(30)).toEqual([false, false, false, false]);
  });
});
