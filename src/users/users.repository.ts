import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../database/database.js';
import { newId } from '../database/ids.js';
import { violates } from '../database/postgres-errors.js';
import { normalise } from '../text/gate.js';
import { emailKey } from './email.js';
import { UserEntity } from './user.entity.js';
import { type Names, UserNamesRepository } from './user-names.repository.js';
import { standingNow } from './standing.sql.js';
import { EmailTaken, NameTaken, UserNotFound } from './users.errors.js';
import { isAble, type Member, type Role, type Standing } from './viewer.js';

export interface NewMember {
  email: string;
  username: string;
  displayName: string;
  role: Role;
  /** PHC string; null when the account signs in another way. */
  passwordHash: string | null;
}

export type ProfileChange = Partial<Pick<UserEntity, 'displayName' | 'bio'>>;

export interface ImportedAuthor {
  id: string;
  displayName: string;
  source: string;
  foreignKey: string;
  createdAt: Date;
}

const COLUMNS = `id, kind, role, username, display_name as "displayName", bio,
  avatar_url as "avatarUrl", email, email_key as "emailKey", email_verified_at as "emailVerifiedAt",
  password_hash as "passwordHash", ${standingNow('users')} as standing,
  case when standing_until > now() then standing_until end as "standingUntil",
  version, source, foreign_key as "foreignKey", created_at as "createdAt", updated_at as "updatedAt"`;

@Injectable()
export class UsersRepository {
  constructor(
    private readonly database: Database,
    private readonly names: UserNamesRepository,
  ) {}

  async findById(id: string, within: Queryable = this.database): Promise<UserEntity | null> {
    const [user] = await within.query<UserEntity>({
      name: 'user_by_id',
      text: `select ${COLUMNS} from users where id = $1`,
      values: [id],
    });
    return user ?? null;
  }

  /** Without case. */
  async findByUsername(
    username: string,
    within: Queryable = this.database,
  ): Promise<UserEntity | null> {
    const [user] = await within.query<UserEntity>({
      name: 'user_by_username',
      text: `select ${COLUMNS} from users where lower(username) = lower($1)`,
      values: [username],
    });
    return user ?? null;
  }

  async findByEmail(email: string): Promise<UserEntity | null> {
    const [user] = await this.database.query<UserEntity>({
      name: 'user_by_email',
      text: `select ${COLUMNS} from users where email_key = $1`,
      values: [emailKey(email)],
    });
    return user ?? null;
  }

  /** The user of a session that has neither ended nor been revoked, as of now. */
  async findViewer(userId: string, sessionId: string): Promise<Omit<Member, 'expiresAt'> | null> {
    const [viewer] = await this.database.query<Omit<Member, 'expiresAt'>>({
      name: 'viewer',
      text: `select users.id, users.role, ${standingNow('users')} as standing, sessions.id as "sessionId"
             from sessions join users on users.id = sessions.user_id
             where sessions.id = $2 and sessions.user_id = $1
               and sessions.revoked_at is null and sessions.expires_at > now()`,
      values: [userId, sessionId],
    });
    return viewer ?? null;
  }

  /**
   * What an account may do as of this statement, for acts that must heed a ban answered just before. It
   * is not locked: who acts without pause would keep everybody from suspending them.
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
    const rows = await this.database.query({
      text: `select 1 from users where role = 'admin' limit 1`,
    });
    return rows.length > 0;
  }

  /**
   * Makes an account and claims its names; whether a name is reserved is the caller's to ask.
   * @throws EmailTaken
   * @throws NameTaken
   */
  async insertMember(tx: Tx, member: NewMember): Promise<UserEntity> {
    const user = newAccount(member);
    try {
      await tx.manager.insert(UserEntity, user);
    } catch (error) {
      if (violates(error, 'users_email_key')) throw new EmailTaken();
      if (violates(error, 'users_username_key')) throw new NameTaken('/username');
      throw error;
    }
    await this.names.claim(tx, user.id, user);
    return user;
  }

  /**
   * Keeps the author of something imported, once for a (source, foreignKey); claims no name.
   * @returns the id of the one that is kept
   */
  async insertImported(tx: Tx, author: ImportedAuthor): Promise<string> {
    const { id, displayName, source, foreignKey, createdAt } = author;
    const [inserted] = await tx.query<{ id: string }>({
      text: `insert into users (id, kind, display_name, source, foreign_key, created_at)
             values ($1, 'imported', $2, $3, $4, $5)
             on conflict (source, foreign_key) where source is not null do nothing returning id`,
      values: [id, displayName, source, foreignKey, createdAt],
    });
    if (inserted) return inserted.id;
    const [kept] = await tx.query<{ id: string }>({
      text: 'select id from users where source = $1 and foreign_key = $2',
      values: [source, foreignKey],
    });
    return kept.id;
  }

  /**
   * Changes what is given and keeps the rest.
   * @throws NameTaken
   */
  async updateProfile(tx: Tx, id: string, change: ProfileChange): Promise<UserEntity | null> {
    const [user] = await tx.query<UserEntity>({
      text: `update users
             set display_name = coalesce($2, display_name), bio = coalesce($3, bio),
                 version = version + 1, updated_at = now()
             where id = $1 returning ${COLUMNS}`,
      values: [id, change.displayName ?? null, change.bio ?? null],
    });
    if (!user) return null;
    if (change.displayName !== undefined && user.username !== null) {
      const { username, displayName } = user;
      await this.names.claim(tx, id, { username, displayName });
    }
    return user;
  }

  /**
   * Gives other names, as a moderator decides.
   * @throws NameTaken
   */
  async rename(tx: Tx, id: string, names: Names & { bio: string }): Promise<UserEntity> {
    const { username, displayName, bio } = names;
    let user: UserEntity;
    try {
      [user] = await tx.query<UserEntity>({
        text: `update users set username = $2, display_name = $3, bio = $4,
                 version = version + 1, updated_at = now()
               where id = $1 returning ${COLUMNS}`,
        values: [id, username, displayName, bio],
      });
    } catch (error) {
      if (violates(error, 'users_username_key')) throw new NameTaken('/username');
      throw error;
    }
    await this.names.claim(tx, id, { username, displayName });
    return user;
  }

  /** @param until when a suspension ends; null for one without end, and for every other standing */
  async setStanding(tx: Tx, userId: string, standing: Standing, until: Date | null): Promise<void> {
    await tx.query({
      text: `update users set standing = $2, standing_until = $3, version = version + 1,
                              updated_at = now()
             where id = $1`,
      values: [userId, standing, until],
    });
  }

  async setRole(tx: Tx, userId: string, role: Role): Promise<UserEntity> {
    const [user] = await tx.query<UserEntity>({
      text: `update users set role = $2, version = version + 1, updated_at = now() where id = $1
             returning ${COLUMNS}`,
      values: [userId, role],
    });
    return user;
  }

  /** For an act on what others say of an account: one comes after the other. */
  async lock(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      name: 'user_lock',
      text: 'select 1 from users where id = $1 for no key update',
      values: [userId],
    });
  }

  /**
   * Locks the administrators and the account whose role is about to change, so that changes of roles
   * come one after the other.
   * @returns the ids of the administrators who may act: neither banned nor suspended
   */
  async lockAdmins(tx: Tx, userId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string; role: Role; standing: Standing }>({
      text: `select id, role, ${standingNow('users')} as standing from users where role = 'admin' or id = $1
             order by id for no key update`,
      values: [userId],
    });
    return rows.filter((user) => user.role === 'admin' && isAble(user)).map(({ id }) => id);
  }

  /** Replaces one hash by another, unless somebody else has done so. */
  async replacePasswordHash(userId: string, from: string, to: string): Promise<void> {
    await this.database.query({
      text: 'update users set password_hash = $3 where id = $1 and password_hash = $2',
      values: [userId, from, to],
    });
  }
}

function newAccount(member: NewMember): UserEntity & { username: string } {
  const now = new Date();
  return {
    ...member,
    id: newId(),
    kind: 'member',
    displayName: normalise(member.displayName),
    bio: '',
    avatarUrl: null,
    email: normalise(member.email),
    emailKey: emailKey(member.email),
    emailVerifiedAt: null,
    standing: 'active',
    standingUntil: null,
    version: 1,
    source: null,
    foreignKey: null,
    createdAt: now,
    updatedAt: now,
  };
}
