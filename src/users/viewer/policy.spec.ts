import {
  AdminOnly,
  admit,
  Entry,
  findPolicy,
  OwnData,
  type Policy,
  policyOf,
  Private,
  PrivateFields,
  Public,
  SignedIn,
  Staff,
  TokenOnly,
} from './policy.js';
import type { Role, Standing, Viewer } from './viewer.js';

const viewer = (role: Role, standing: Standing): Viewer => ({
  id: 'someone',
  role,
  standing,
  sessionId: 'a session',
  expiresAt: 0,
});

const POLICIES: Policy[] = [
  'public',
  'entry',
  'signed-in',
  'private',
  'own-data',
  'staff',
  'admin',
  'token',
];

/** The slug of the refusal, or how the caller is admitted. */
function outcome(who: Viewer, policy: Policy, reads: boolean): string {
  try {
    return admit(who, policy, reads) === null ? 'as a guest' : 'passes';
  } catch (error) {
    return (error as { slug: string }).slug;
  }
}

const outcomes = (who: Viewer, reads: boolean) =>
  Object.fromEntries(POLICIES.map((policy) => [policy, outcome(who, policy, reads)]));
const all = (said: string) => Object.fromEntries(POLICIES.map((policy) => [policy, said]));

describe('the policies of routes', () => {
  it.each([true, false])(
    'ask guests to sign in where guests are not admitted, reads: %s',
    (reads) => {
      expect(outcomes(null, reads)).toEqual({
        ...all('sign-in-required'),
        public: 'as a guest',
        entry: 'as a guest',
      });
    },
  );

  it.each(['active', 'premoderated'] as const)(
    'let an account pass that is %s, by its role',
    (standing) => {
      for (const reads of [true, false]) {
        const member = { ...all('passes'), staff: 'role-required', admin: 'role-required' };
        expect(outcomes(viewer('member', standing), reads)).toEqual(member);
        const moderator = { ...all('passes'), admin: 'role-required' };
        expect(outcomes(viewer('moderator', standing), reads)).toEqual(moderator);
        expect(outcomes(viewer('admin', standing), reads)).toEqual(all('passes'));
      }
    },
  );

  it('let a suspended account read, and change what nobody else sees, whatever its role', () => {
    expect(outcomes(viewer('admin', 'suspended'), true)).toEqual(all('passes'));
    expect(outcomes(viewer('admin', 'suspended'), false)).toEqual({
      ...all('account-suspended'),
      entry: 'passes',
      private: 'passes',
      'own-data': 'passes',
    });
    expect(outcome(viewer('member', 'suspended'), 'staff', true)).toBe('role-required');
  });

  it('let a banned account read as a guest, and have its own data, whatever its role', () => {
    const own = { ...all('banned'), entry: 'passes', 'own-data': 'passes' };
    expect(outcomes(viewer('admin', 'banned'), true)).toEqual({ ...own, public: 'as a guest' });
    expect(outcomes(viewer('admin', 'banned'), false)).toEqual(own);
  });

  it('say in a refusal which role is asked for', () => {
    const refusal = (policy: Policy) => () => admit(viewer('member', 'active'), policy, true);
    expect(refusal('staff')).toThrow('moderators and administrators');
    expect(refusal('admin')).toThrow('administrators');
  });

  it.each([
    [Public, 'public'],
    [Entry, 'entry'],
    [SignedIn, 'signed-in'],
    [Private, 'private'],
    [OwnData, 'own-data'],
    [Staff, 'staff'],
    [AdminOnly, 'admin'],
    [TokenOnly, 'token'],
  ] as const)('are stated by a decorator of their name: %p', (decorator, policy) => {
    class Room {}
    decorator()(Room);
    const route = { getHandler: () => () => undefined, getClass: () => Room };
    expect(policyOf(route as never, undefined)).toBe(policy);
  });

  it.each<[string, unknown, Policy]>([
    ['a field that nobody sees', { language: 'lv' }, 'private'],
    ['another one beside it', { language: 'lv', bio: '' }, 'signed-in'],
    ['an object within', { language: 'lv', constructor: {} }, 'signed-in'],
    ['nothing', {}, 'signed-in'],
    ['no body', undefined, 'signed-in'],
    ['null', null, 'signed-in'],
    ['a text', 'language', 'signed-in'],
  ])('heed the body where a route says so: %s', (_, body, policy) => {
    class Room {}
    const change = () => undefined;
    SignedIn()(Room);
    PrivateFields('language')(Room.prototype, 'change', { value: change });
    const route = { getHandler: () => change, getClass: () => Room };
    expect(policyOf(route as never, body)).toBe(policy);
  });

  it('are the method’s, or else its controller’s', () => {
    class Rooms {}
    const open = () => undefined;
    const silent = () => undefined;
    Public()(Rooms.prototype, 'open', { value: open });
    expect(findPolicy(open, Rooms)).toBe('public');
    expect(findPolicy(silent, Rooms)).toBeUndefined();
    Staff()(Rooms);
    expect(findPolicy(silent, Rooms)).toBe('staff');
    expect(findPolicy(open, Rooms)).toBe('public');
  });
});
