import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { newId } from '../../database/ids.js';
import { violates } from '../../database/postgres-errors.js';
import type { Language } from '../../text/plain/languages.js';
import { USERNAME_PATTERN } from '../../text/names/names.js';
import { normalise } from '../../text/plain/text-gate.js';
import { emailKey } from './email.js';
import { UserEntity } from './user.entity.js';
import { UserNamesRepository } from './user-names.repository.js';
import { givenStanding, standingNow } from '../viewer/standing.sql.js';
import { EmailTaken, NameTaken, UserNotFound } from '../viewer/users.errors.js';
import {
  type GivenStanding,
  isAble,
  type Member,
  type Role,
  type Standing,
} from '../viewer/viewer.js';

export interface NewMember {
  /** Null only if there is no password either. */
  email: string | null;
  username: string;
  displayName: string;
  role: Role;
  /** PHC string; null when the account signs in another way. */
  passwordHash: string | null;
  language?: Language;
  /** Set if the address must be confirmed first. Until then the address belongs to nobody. */
  pendingUntil?: Date;
}

/** Omitted fields stay unchanged. */
export type ProfileChange = Partial<{
  username: string | null;
  displayName: string;
  bio: string;
  language: Language;
}>;

const COLUMNS = `id, kind, role, username, display_name as "displayName", bio,
  avatar_url as "avatarUrl", badges, email, email_key as "emailKey", email_verified_at as "emailVerifiedAt",
  email_failed_at as "emailFailedAt", language, pending_until as "pendingUntil",
  password_hash as "passwordHash",
  ${givenStanding('users')} as standing,
  case when standing_until > now() then standing_until end as "standingUntil",
  version, created_at as "createdAt"`;

@Injectable()
export class UsersRepository {
  constructor(
    private readonly database: Database,
    private readonly names: UserNamesRepository,
  ) {}

  async findById(id: string, within?: Queryable): Promise<UserEntity | null> {
    return this.findOne('user_by_id', 'id = $1', id, within);
  }

  /** Ignores case; null also if the text cannot be a user name. */
  async findByUsername(username: string, within?: Queryable): Promise<UserEntity | null> {
    if (!USERNAME_PATTERN.test(username)) return null;
    return this.findOne('user_by_username', 'lower(username) = lower($1)', username, within);
  }

  async findByEmail(email: string): Promise<UserEntity | null> {
    return this.findOne('user_by_email', 'email_key = $1', emailKey(email));
  }

  private async findOne(
    name: string,
    condition: string,
    value: string,
    within: Queryable = this.database,
  ): Promise<UserEntity | null> {
    const text = `select ${COLUMNS} from users where ${condition}`;
    return within.first<UserEntity>({ name, text, values: [value] });
  }

  /** The user of a session that has neither ended nor been revoked, as of now. */
  async findViewer(userId: string, sessionId: string): Promise<Omit<Member, 'expiresAt'> | null> {
    return this.database.first<Omit<Member, 'expiresAt'>>({
      name: 'viewer',
      text: `select users.id, users.role, ${standingNow('users')} as standing, sessions.id as "sessionId",
               users.email_verified_at is not null or (users.email is null
                 and exists (select from identities i where i.user_id = users.id)) as confirmed,
               sessions.second_factor as "secondFactor", users.kind = 'guest' as guest, users.terms_version as "termsVersion"
             from sessions join users on users.id = sessions.user_id
             where sessions.id = $2 and sessions.user_id = $1
               and sessions.revoked_at is null and sessions.expires_at > now()`,
      values: [userId, sessionId],
    });
  }

  /**
   * The role and standing of an account as of this statement, for acts that must respect a ban that
   * was just answered. It takes no lock: otherwise a busy account could not be suspended.
   * @throws UserNotFound
   */
  async getAuthority(tx: Tx, userId: string): Promise<Pick<Member, 'role' | 'standing'>> {
    const [authority] = await tx.query<Pick<Member, 'role' | 'standing'>>({
      name: 'user_authority',
      text: `select role, ${standingNow('users')} as standing from users where id = $1`,
      values: [userId],
    });
    if (!authority) throw new UserNotFound();
    return authority;
  }

  async adminExists(): Promise<boolean> {
    return this.database.has({
      text: `select 1 from users where role = 'admin' limit 1`,
    });
  }

  /**
   * Creates an account and claims its names. The caller checks whether a name is reserved.
   * @throws EmailTaken
   * @throws NameTaken
   */
  async insertMember(tx: Tx, member: NewMember): Promise<UserEntity> {
    const user = newAccount(member);
    await naming(tx.manager.insert(UserEntity, user));
    await this.claimNames(tx, user);
    return user;
  }

  /**
   * Creates a guest: a display name without any way to sign in.
   * @throws NameTaken
   */
  async insertGuest(tx: Tx, displayName: string): Promise<UserEntity> {
    const nothing = { email: null, passwordHash: null, role: 'member' } as const;
    const named = newAccount({ ...nothing, username: '', displayName });
    const guest: UserEntity = { ...named, kind: 'guest', username: null };
    await tx.manager.insert(UserEntity, guest);
    await this.claimNames(tx, guest);
    return guest;
  }

  /**
   * Changes the given fields and keeps the rest.
   * @throws NameTaken
   */
  async changeProfile(tx: Tx, id: string, change: ProfileChange): Promise<UserEntity> {
    const { username = null, displayName = null, bio = null, language = null } = change;
    const changing = tx.query<UserEntity>({
      text: `update users
             set username = coalesce($2, username), display_name = coalesce($3, display_name),
                 bio = coalesce($4, bio), language = coalesce($5, language), version = version + 1, updated_at = now()
             where id = $1 returning ${COLUMNS}`,
      values: [id, username, displayName, bio, language],
    });
    const [user] = await naming(changing);
    if ((username ?? displayName) !== null) await this.claimNames(tx, user);
    return user;
  }

  /** @throws NameTaken */
  private async claimNames(tx: Tx, user: UserEntity): Promise<void> {
    const taken = await this.names.claim(tx, user);
    if (taken) throw new NameTaken(taken);
  }

  /** @param until when a suspension ends; null for one without end, and for every other standing */
  async setStanding(
    tx: Tx,
    userId: string,
    standing: GivenStanding,
    until: Date | null,
  ): Promise<void> {
    await tx.query({
      text: `update users set standing = $2, standing_until = $3, version = version + 1,
                              updated_at = now()
             where id = $1`,
      values: [userId, standing, until],
    });
  }

  /** Reserves the display name of staff. A member who already has it keeps it. */
  async setRole(tx: Tx, userId: string, role: Role): Promise<UserEntity> {
    const [user] = await tx.query<UserEntity>({
      text: `update users set role = $2, version = version + 1, updated_at = now() where id = $1
             returning ${COLUMNS}`,
      values: [userId, role],
    });
    await this.names.claim(tx, user);
    return user;
  }

  /** Locks an account, to serialise acts on its reports. */
  async lock(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      name: 'user_lock',
      text: 'select 1 from users where id = $1 for no key update',
      values: [userId],
    });
  }

  /** Raises the version, so that decisions on the former state are refused. */
  async outdate(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      name: 'user_outdate',
      text: 'update users set version = version + 1, updated_at = now() where id = $1',
      values: [userId],
    });
  }

  /**
   * Locks the administrators and the account whose role is about to change, so that changes of
   * roles are serialised.
   * @returns the ids of the administrators who can act: neither banned nor suspended
   */
  async lockAdmins(tx: Tx, userId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string; role: Role; standing: Standing }>({
      text: `select id, role, ${standingNow('users')} as standing from users where role = 'admin' or id = $1
             order by id for no key update`,
      values: [userId],
    });
    return rows.filter((user) => user.role === 'admin' && isAble(user)).map(({ id }) => id);
  }

  /**
   * Locks an account whose role is about to change, and the administrators who may act.
   * @returns null when the account was deleted before it was locked
   */
  async lockWithAdmins(
    tx: Tx,
    userId: string,
  ): Promise<{ user: UserEntity; admins: string[] } | null> {
    const admins = await this.lockAdmins(tx, userId);
    const user = await this.findById(userId, tx);
    return user && { user, admins };
  }

  /** @returns whether it is still the hash of the account, which is then locked until the commit */
  async holdPasswordHash(tx: Tx, userId: string, hash: string | null): Promise<boolean> {
    const rows = await tx.query({
      text: `select 1 from users
             where id = $1 and password_hash is not distinct from $2::text for share`,
      values: [userId, hash],
    });
    return rows.length === 1;
  }

  async setPasswordHash(tx: Tx, userId: string, hash: string): Promise<void> {
    await tx.manager.update(UserEntity, { id: userId }, { passwordHash: hash });
  }

  /** Replaces one hash by another; false when it was replaced before. */
  async replacePasswordHash(
    within: Queryable,
    userId: string,
    from: string | null,
    to: string,
  ): Promise<boolean> {
    const rows = await within.query({
      text: `update users set password_hash = $3
             where id = $1 and password_hash is not distinct from $2 returning 1`,
      values: [userId, from, to],
    });
    return rows.length === 1;
  }
}

/** Converts a violated constraint to `EmailTaken` or `NameTaken`. */
async function naming<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (violates(error, 'users_email_key')) throw new EmailTaken();
    if (violates(error, 'users_username_key')) throw new NameTaken('/username');
    throw error;
  }
}

function newAccount(member: NewMember): UserEntity {
  return {
    ...member,
    id: newId(),
    kind: 'member',
    displayName: normalise(member.displayName),
    bio: '',
    avatarUrl: null,
    badges: [],
    email: member.email && normalise(member.email),
    emailKey: member.email && !member.pendingUntil ? emailKey(member.email) : null,
    emailVerifiedAt: null,
    emailFailedAt: null,
    language: member.language ?? null,
    pendingUntil: member.pendingUntil ?? null,
    standing: 'active',
    standingUntil: null,
    version: 1,
    createdAt: new Date(),
  };
}
