import type { Member, Role, Standing } from '../../users/viewer/viewer.js';
import { mayChangePost, mayPublishUpdate, permissionsOn } from './post-permissions.js';

const OPEN = { mode: 'open', locked: false, verified: true } as const;

function member(role: Role = 'member', standing: Standing = 'active'): Member {
  return { id: 'me', role, standing, sessionId: 's', expiresAt: 0 };
}

describe('what somebody may do on a post', () => {
  it('is nothing for a guest, and to speak for a member', () => {
    expect(permissionsOn(OPEN, null)).toEqual({ comment: false, vote: false, moderate: false });
    expect(permissionsOn(OPEN, member())).toEqual({ comment: true, vote: true, moderate: false });
  });

  it('is to moderate for staff', () => {
    for (const role of ['moderator', 'admin'] as const)
      expect(permissionsOn(OPEN, member(role))).toEqual({
        comment: true,
        vote: true,
        moderate: true,
      });
  });

  it('ends where the post or the account is closed', () => {
    for (const post of [
      { ...OPEN, mode: 'closed' as const },
      { ...OPEN, locked: true },
    ]) {
      expect(permissionsOn(post, member()).comment).toBe(false);
    }
    for (const standing of ['suspended', 'banned'] as const) {
      expect(permissionsOn(OPEN, member('moderator', standing))).toEqual({
        comment: false,
        vote: false,
        moderate: false,
      });
    }
  });
});

describe('who may change a post', () => {
  const own = { authorId: 'me' };
  const foreign = { authorId: 'another' };

  it('its author its words, moderators everything', () => {
    expect(mayChangePost(member(), own, { title: 'New', summary: undefined })).toBe(true);
    expect(mayChangePost(member(), own, { title: 'a', summary: 'b', body: 'c' })).toBe(true);
    expect(mayChangePost(member(), own, { title: 'New', locked: true })).toBe(false);
    expect(mayChangePost(member(), own, { title: 'New', locked: undefined })).toBe(true);
    expect(mayChangePost(member(), foreign, { title: 'New' })).toBe(false);
    expect(mayChangePost(member('moderator'), foreign, { locked: true })).toBe(true);
  });

  it('its author and moderators publish updates', () => {
    expect(mayPublishUpdate(member(), own)).toBe(true);
    expect(mayPublishUpdate(member(), foreign)).toBe(false);
    expect(mayPublishUpdate(member('admin'), foreign)).toBe(true);
  });
});
