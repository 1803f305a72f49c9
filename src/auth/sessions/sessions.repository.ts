import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { instantSql } from '../../database/json-text.js';
import { UserNotFound } from '../../users/viewer/users.errors.js';
import type { Member } from '../../users/viewer/viewer.js';
import { lifetimeSql } from './session-lifetimes.sql.js';
import type { SessionView } from './sessions.dto.js';

/** Why a session was ended before it expired. */
export type Revocation = 'logout' | 'reuse' | 'password' | 'ban' | 'displaced' | 'erasure';

/** A session with its refresh tokens, of which one generation is current. */
export interface SessionState {
  id: string;
  userId: string;
  salt: Buffer;
  generation: number;
  expiresAt: Date;
  /** Revoked or expired. */
  ended: boolean;
}

export type NewSession = Pick<SessionState, 'id' | 'userId' | 'salt' | 'generation'> & {
  device: string | null;
  /** Whether it has two factors. */
  secondFactor: boolean;
};

const LIVE = 'revoked_at is null and expires_at > now()';

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Starts a session. It locks the account, so that a role that is given at the same time shortens
   * this session, too.
   * @returns when it ends
   * @throws UserNotFound
   */
  async insert(tx: Tx, session: NewSession): Promise<Date> {
    const { id, userId, generation, salt, device, secondFactor } = session;
    const [started] = await tx.query<{ expiresAt: Date }>({
      name: 'session_insert',
      text: `insert into sessions (id, user_id, generation, salt, device, second_factor, expires_at)
             select $1, u.id, $3, $4, $5, $6, now() + ${lifetimeSql('u')} from users u where u.id = $2 for share
             returning expires_at as "expiresAt"`,
      values: [id, userId, generation, salt, device, secondFactor],
    });
    if (!started) throw new UserNotFound();
    return started.expiresAt;
  }

  async find(id: string): Promise<SessionState | null> {
    const [session] = await this.database.query<SessionState>({
      name: 'session_state',
      text: `select id, user_id as "userId", salt, generation, expires_at as "expiresAt", not (${LIVE}) as ended
             from sessions where id = $1`,
      values: [id],
    });
    return session ?? null;
  }

  async isOfGuest(id: string): Promise<boolean> {
    const rows = await this.database.query({
      text: `select from sessions s join users u on u.id = s.user_id where s.id = $1 and u.kind = 'guest'`,
      values: [id],
    });
    return rows.length > 0;
  }

  /**
   * Advances the current generation beyond `generation`: of concurrent requests only one succeeds.
   * The stored one may be lower, because a failover can lose a rotation.
   * @param restSeconds how old the current one must be
   */
  async rotate(id: string, generation: number, restSeconds: number): Promise<boolean> {
    const rows = await this.database.query({
      name: 'session_rotate',
      text: `update sessions set generation = $2 + 1, rotated_at = now()
             where id = $1 and generation <= $2 and ${LIVE}
               and rotated_at <= now() - make_interval(secs => $3)
             returning 1`,
      values: [id, generation, restSeconds],
    });
    return rows.length === 1;
  }

  /** The active sessions of a member, newest first. */
  async list({ id, sessionId }: Member, limit: number, beforeId: string): Promise<SessionView[]> {
    return this.database.query<SessionView>({
      name: 'sessions_of_user',
      text: `select id, device, ${instantSql('created_at')} as "createdAt",
               ${instantSql('rotated_at')} as "lastUsedAt", ${instantSql('expires_at')} as "expiresAt",
               second_factor as "secondFactor", id = $4 as current
             from sessions where user_id = $1 and id < $3 and ${LIVE} order by id desc limit $2`,
      values: [id, limit, beforeId, sessionId],
    });
  }

  /** Whether a session was opened within the last `seconds`. */
  async isYounger(id: string, seconds: number): Promise<boolean> {
    const rows = await this.database.query({
      text: `select 1 from sessions
             where id = $1 and created_at > now() - make_interval(secs => $2)`,
      values: [id, seconds],
    });
    return rows.length === 1;
  }

  /**
   * Locks a session, so that it cannot end before the transaction does.
   * @returns whether it has two factors; null when it has ended
   */
  async hold(tx: Tx, userId: string, id: string): Promise<{ secondFactor: boolean } | null> {
    const [session] = await tx.query<{ secondFactor: boolean }>({
      text: `select second_factor as "secondFactor" from sessions
             where id = $2 and user_id = $1 and ${LIVE} for no key update`,
      values: [userId, id],
    });
    return session ?? null;
  }

  /**
   * Makes all sessions count as sessions with one factor if the account has no factor besides its
   * password.
   * @returns whether there was such a session
   */
  async dropLostFactors(tx: Tx, userId: string): Promise<boolean> {
    const rows = await tx.query({
      text: `update sessions set second_factor = false
             where user_id = $1 and second_factor and ${LIVE}
               and not exists (select 1 from totp_factors where user_id = $1 and confirmed_at is not null)
               and not exists (select 1 from passkeys where user_id = $1)
             returning 1`,
      values: [userId],
    });
    return rows.length > 0;
  }

  /** @param id of a single session; null for all of the account */
  async setSecondFactor(tx: Tx, userId: string, id: string | null, has: boolean): Promise<void> {
    await tx.query({
      text: `update sessions set second_factor = $3
             where user_id = $1 and ($2::uuid is null or id = $2) and second_factor <> $3 and ${LIVE}`,
      values: [userId, id, has],
    });
  }

  /** @returns whether this call has ended it */
  async revoke(tx: Tx, id: string, userId: string, because: Revocation): Promise<boolean> {
    const rows = await tx.query({
      text: `update sessions set revoked_at = now(), revoked_because = $3
             where id = $1 and user_id = $2 and ${LIVE} returning 1`,
      values: [id, userId, because],
    });
    return rows.length === 1;
  }

  /**
   * @param exceptId the session that is kept
   * @returns whether there were any
   */
  async revokeAll(
    tx: Tx,
    userId: string,
    because: Revocation,
    exceptId: string | null,
  ): Promise<boolean> {
    const rows = await tx.query({
      text: `update sessions set revoked_at = now(), revoked_because = $2
             where user_id = $1 and id is distinct from $3 and ${LIVE} returning 1`,
      values: [userId, because, exceptId],
    });
    return rows.length > 0;
  }

  /**
   * Ends the oldest sessions of an account above the limit.
   * @returns whether there were more than `most`
   */
  async revokeBeyond(tx: Tx, userId: string, most: number): Promise<boolean> {
    const rows = await tx.query({
      name: 'sessions_displace',
      text: `update sessions set revoked_at = now(), revoked_because = $2
             where ${LIVE} and id in (
               select id from sessions where user_id = $1 and ${LIVE} order by id desc offset $3)
             returning 1`,
      values: [userId, 'displaced' satisfies Revocation, most],
    });
    return rows.length > 0;
  }
}
