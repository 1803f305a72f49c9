import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../../database/database.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, done } from '../../input/answer.js';
import type { Asker } from '../viewer/asker.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { normalise } from '../../text/plain/text-gate.js';
import { findReservedFault } from '../../text/names/reserved-names.js';
import { AuthorPages } from './author-pages.js';
import { Authority } from './authority.js';
import { findEmailFault } from './email.js';
import type { UserEntity } from './user.entity.js';
import { toMeView, toProfileView, toUserView } from './user-view.js';
import type { ChangeMeDto, MeView, ProfileView, UserView } from './users.dto.js';
import { AccountPending, LastAdmin, NameTaken, UserNotFound } from '../viewer/users.errors.js';
import { UserNamesRepository } from './user-names.repository.js';
import { type NewMember, UsersRepository } from './users.repository.js';
import { isLastAdmin, isModerator, type Member, type Role, type Viewer } from '../viewer/viewer.js';

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly names: UserNamesRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
    private readonly pages: AuthorPages,
    private readonly signals: SignalLog,
  ) {}

  /** @throws UserNotFound */
  async getById(id: string, within?: Tx): Promise<UserEntity> {
    const user = await this.users.findById(id, within);
    if (!user) throw new UserNotFound();
    return user;
  }

  /** The account of a user name or an e-mail address, ignoring case; null for anything else. */
  async findByLogin(login: string): Promise<UserEntity | null> {
    return findEmailFault(login) ? this.users.findByUsername(login) : this.users.findByEmail(login);
  }

  async getMe(member: Member): Promise<MeView> {
    return toMeView(await this.getById(member.id));
  }

  /** @throws UserNotFound also for pending accounts, and for banned ones unless a moderator asks */
  async getProfile(viewer: Viewer, username: string): Promise<ProfileView> {
    return toProfileView(await this.getVisible(viewer, username));
  }

  /** @throws UserNotFound also for banned users, unless a moderator asks */
  async getVisible(viewer: Viewer, username: string, within?: Queryable): Promise<UserEntity> {
    const user = await this.users.findByUsername(username, within);
    if (!user || user.pendingUntil) throw new UserNotFound();
    if (user.standing === 'banned' && !isModerator(viewer)) throw new UserNotFound();
    return user;
  }

  /**
   * Creates an account with names that are free and do not speak for the site.
   * @throws InvalidInput for a reserved name
   * @throws EmailTaken
   * @throws NameTaken
   */
  async create(tx: Tx, member: NewMember): Promise<UserEntity> {
    refuseReservedNames(member);
    return this.users.insertMember(tx, member);
  }

  /**
   * Creates a guest, under a name that does not speak for the site and is not a user name.
   * @throws InvalidInput for a reserved name
   * @throws NameTaken
   */
  async createGuest(tx: Tx, displayName: string): Promise<UserEntity> {
    refuseReserved('/displayName', displayName);
    return this.users.insertGuest(tx, displayName);
  }

  /**
   * Refuses names that `create` would refuse now.
   * @throws InvalidInput for a reserved name
   * @throws NameTaken
   */
  async assertFree(names: Pick<NewMember, 'username' | 'displayName'>): Promise<void> {
    refuseReservedNames(names);
    const taken = await this.names.findTaken(names.username, names.displayName);
    if (taken) throw new NameTaken(taken);
  }

  /**
   * @throws InvalidInput for a reserved name
   * @throws NameTaken
   */
  async changeMe(
    member: Asker,
    { displayName: name, ...others }: ChangeMeDto,
  ): Promise<Answer<MeView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.users.lock(act, member.id);
      const isSeen = (name ?? others.bio) !== undefined;
      await this.authority.confirm(act, member, isSeen ? 'signed-in' : 'private');
      const user = await this.getById(member.id, act);
      const given = name && normalise(name);
      const displayName = given === user.displayName ? undefined : given;
      if (displayName !== undefined) refuseReserved('/displayName', displayName);
      const changed = await this.users.changeProfile(act, member.id, { displayName, ...others });
      if (displayName !== undefined) {
        await this.pages.showAnew(act, member.id);
        await this.signals.append(act, { type: 'user.changed', userId: member.id });
      }
      return done(toMeView(changed));
    });
  }

  /**
   * Gives a role. Changes of roles are serialised.
   * @throws AccountPending
   * @throws LastAdmin when nobody else could give the role
   * @throws RoleRequired, AccountSuspended when the caller has lost their own role or standing
   * meanwhile
   */
  async setRole(
    member: Asker,
    { username, role }: { username: string; role: Role },
  ): Promise<Answer<UserView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      const { user, admins } = await this.lockForRole(act, username);
      await this.authority.confirm(act, member, 'admin');
      return done(toUserView(await this.giveRole(act, user, role, admins)));
    });
  }

  /**
   * Gives a role as an operator on the machine does, without an account.
   * @throws UserNotFound
   * @throws AccountPending
   * @throws LastAdmin
   */
  async setRoleOnTheMachine(username: string, role: Role): Promise<UserEntity> {
    return this.acts.run(async (act) => {
      const { user, admins } = await this.lockForRole(act, username);
      return this.giveRole(act, user, role, admins);
    });
  }

  private async lockForRole(
    act: Act,
    username: string,
  ): Promise<{ user: UserEntity; admins: string[] }> {
    const found = await this.users.findByUsername(username, act);
    if (!found) throw new UserNotFound();
    const locked = await this.users.lockWithAdmins(act, found.id);
    if (!locked) throw new UserNotFound();
    if (locked.user.pendingUntil) throw new AccountPending();
    return locked;
  }

  private async giveRole(
    act: Act,
    user: UserEntity,
    role: Role,
    admins: readonly string[],
  ): Promise<UserEntity> {
    if (role !== 'admin' && isLastAdmin(user, admins)) throw new LastAdmin();
    const changed = await this.users.setRole(act, user.id, role);
    if (role !== user.role) await this.pages.showAnew(act, user.id);
    await this.signals.append(act, { type: 'user.changed', userId: user.id });
    return changed;
  }
}

function refuseReservedNames({
  username,
  displayName,
}: Pick<NewMember, 'username' | 'displayName'>): void {
  refuseReserved('/username', username);
  refuseReserved('/displayName', displayName);
}

function refuseReserved(pointer: string, name: string): void {
  const fault = findReservedFault(name);
  if (fault) throw InvalidInput.at(pointer, fault);
}
