import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../database/database.js';
import type { Act } from '../../acts/acts.js';
import { SessionsService } from '../../auth/sessions/sessions.service.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { findReservedFault } from '../../text/names/reserved-names.js';
import { isUuid } from '../../text/plain/uuid.js';
import { AuthorPages } from '../../users/accounts/author-pages.js';
import { Authority } from '../../users/accounts/authority.js';
import type { UserEntity } from '../../users/accounts/user.entity.js';
import { toUserView } from '../../users/accounts/user-view.js';
import { UserNotFound } from '../../users/viewer/users.errors.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import type { GivenStanding, Member } from '../../users/viewer/viewer.js';
import type { JudgedUserView } from '../terms/decision-view.dto.js';
import { NotAbove } from '../terms/moderation.errors.js';
import { mayDecideOnRole } from '../../users/viewer/user-permissions.js';

/** The standing that an action gives. */
export const STANDINGS = {
  premoderate: 'premoderated',
  suspend: 'suspended',
  ban: 'banned',
  reinstate: 'active',
} as const satisfies Record<string, GivenStanding>;

export interface Profile {
  /** Null for guests. */
  username: string | null;
  displayName: string;
  bio: string;
}

/** The changes that decisions make to accounts, and that undos reverse. */
@Injectable()
export class UserSanctions {
  constructor(
    private readonly users: UsersRepository,
    private readonly authority: Authority,
    private readonly pages: AuthorPages,
    private readonly sessions: SessionsService,
    private readonly signals: SignalLog,
  ) {}

  /**
   * @param ref an id or a user name
   * @throws UserNotFound
   */
  async get(ref: string, within?: Queryable): Promise<UserEntity> {
    const user = isUuid(ref)
      ? await this.users.findById(ref, within)
      : await this.users.findByUsername(ref, within);
    if (!user || user.kind === 'erased') throw new UserNotFound();
    return user;
  }

  /**
   * Locks an account, and checks that the role of the member is higher. Also returns the current
   * state of the member.
   * @throws NotAbove
   * @throws UserNotFound
   */
  async lock(act: Act, member: Member, ref: string): Promise<{ user: UserEntity; member: Member }> {
    const found = await this.get(ref, act);
    // The lock prevents a promotion between this comparison of roles and the commit.
    const locked = await this.users.lockWithAdmins(act, found.id);
    // A pending account may have been deleted before it was locked, and another one erased.
    if (!locked || locked.user.kind === 'erased') throw new UserNotFound();
    const { user } = locked;
    const now = await this.authority.confirm(act, member, 'staff');
    if (!mayDecideOnRole(now.role, user.role)) throw new NotAbove();
    return { user, member: now };
  }

  async setStanding(
    act: Act,
    user: UserEntity,
    standing: GivenStanding,
    until: Date | null,
  ): Promise<UserEntity> {
    await this.users.setStanding(act, user.id, standing, until);
    if (standing === 'banned') await this.sessions.revokeAll(act, user.id, 'ban');
    else await this.signals.append(act, { type: 'user.changed', userId: user.id });
    return (await this.users.findById(user.id, act))!;
  }

  /** @throws NameTaken */
  async rename(act: Act, user: UserEntity, profile: Profile): Promise<UserEntity> {
    for (const field of ['username', 'displayName'] as const) {
      const name = profile[field];
      const fault = name === null || name === user[field] ? null : findReservedFault(name);
      if (fault) throw InvalidInput.at(`/${field}`, fault);
    }
    await this.signals.append(act, { type: 'user.changed', userId: user.id });
    const renamed = await this.users.changeProfile(act, user.id, profile);
    const { username, displayName } = renamed;
    if (username !== user.username || displayName !== user.displayName) {
      await this.pages.showAnew(act, user.id);
    }
    return renamed;
  }
}

export function profileOf({ username, displayName, bio }: UserEntity): Profile {
  return { username, displayName, bio };
}

export function toJudgedView(user: UserEntity): JudgedUserView {
  const { standing, standingUntil, version } = user;
  const until = standingUntil?.toISOString() ?? null;
  return Object.assign(toUserView(user), { standing, standingUntil: until, version });
}
