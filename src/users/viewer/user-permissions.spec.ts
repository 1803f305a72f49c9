import { mayDecideOnRole } from './user-permissions.js';
import { isAble, isAdmin, isModerator, type Member, ROLES, type Standing } from './viewer.js';

const member = (role: Member['role']) => ({ role }) as Member;

describe('the rank of a role', () => {
  it('decides on those below it alone', () => {
    const pairs = ROLES.flatMap((own) =>
      ROLES.filter((other) => mayDecideOnRole(own, other)).map((other) => `${own} on ${other}`),
    );
    expect(pairs).toEqual(['moderator on member', 'admin on member', 'admin on moderator']);
  });
});

describe('a viewer', () => {
  it('moderates as a moderator or an administrator', () => {
    expect([null, ...ROLES.map(member)].map(isModerator)).toEqual([false, false, true, true]);
    expect([null, ...ROLES.map(member)].map(isAdmin)).toEqual([false, false, false, true]);
  });

  it('changes what others see while neither suspended nor banned', () => {
    const standings: Standing[] = ['active', 'premoderated', 'suspended', 'banned'];
    expect(standings.filter((standing) => isAble({ standing }))).toEqual([
      'active',
      'premoderated',
    ]);
  });
});
