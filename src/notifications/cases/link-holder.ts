import type { Member } from '../../users/viewer/viewer.js';

/** A user who is identified by the link of a mail, without a session. */
export function memberOf({ id, role, standing }: Pick<Member, 'id' | 'role' | 'standing'>): Member {
  return { id, role, standing, sessionId: '', expiresAt: 0 };
}
