import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../database/database.js';
import type { Act } from '../../acts/acts.js';
import { SessionsService } from '../../auth/sessions/sessions.service.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { USERNAME_PATTERN } from '../../text/names.js';
import { isReservedName } from '../../text/reserved-names.js';
import { isUuid } from '../../text/uuid.js';
import { AuthorPages } from '../../users/author-pages.js';
import { Authority } from '../../users/authority.js';
import type { UserEntity } from '../../users/user.entity.js';
import { toUserView } from '../../users/user-view.js';
import { UserNotFound } from '../../users/users.errors.js';
import { UsersRepository } from '../../users/users.repository.js';
import type { Member, Standing } from '../../users/viewer.js';
import type { JudgedUserView } from '../terms/decision-view.dto.js';
import { NotAbove } from '../terms/moderation.errors.js';
import { mayDecideOnRole } from '../../users/user-permissions.js';

/** The standing that an action gives. */
export const STANDINGS = {
  premoderate: 'premoderated',
  suspend: 'suspended',
  ban: 'banned',
  reinstate: 'active',
} as const satisfies Record<string, Standing>;

export interface Profile {
  username: string;
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
      : USERNAME_PATTERN.test(ref)
        ? await this.users.findByUsername(ref, within)
        : null;
    if (!user) throw new UserNotFound();
    return user;
  }

  /**
   * An account under its lock, for somebody whose role stands above.
   * @throws NotAbove
   */
  async lock(act: Act, member: Member, ref: string): Promise<UserEntity> {
    const found = await this.get(ref, act);
    // Nobody is promoted between this comparison of ranks and the commit.
    await this.users.lockAdmins(act, found.id);
    const user = (await this.users.findById(found.id, act))!;
    const { role } = await this.authority.confirm(act, member, 'staff');
    if (!mayDecideOnRole(role, user.role)) throw new NotAbove();
    return user;
  }

  async setStanding(
    act: Act,
    user: UserEntity,
    standing: Standing,
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
      if (profile[field] !== user[field] && isReservedName(profile[field])) {
        throw InvalidInput.at(`/${field}`, 'This name is kept for the site itself.');
      }
    }
    await this.signals.append(act, { type: 'user.changed', userId: user.id });
    const renamed = await this.users.changeProfile(act, user.id, profile);
    await this.pages.showAnew(act, user.id);
    return renamed;
  }
}

export function profileOf({ username, displayName, bio }: UserEntity): Profile {
  return { username: username!, displayName, bio };
}

export function toJudgedView(user: UserEntity): JudgedUserView {
  const { standing, standingUntil, version } = user;
  const until = standingUntil?.toISOString() ?? null;
  return Object.assign(toUserView(user), { standing, standingUntil: until, version });
}
