import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { SessionEntity } from './session.entity.js';

/** Why a session was ended before its time. */
export type Revocation = 'logout' | 'reuse';

/** A session that nobody refreshes ends after this. */
const LIFETIME = `interval '30 days'`;
/** A client whose answer was lost, or whose tabs refresh at once, asks again within this. */
const GRACE = `interval '10 seconds'`;

export interface SessionState extends Pick<SessionEntity, 'id' | 'userId' | 'salt' | 'generation'> {
  /** Revoked or expired. */
  ended: boolean;
  /** Whether the current generation is so young that the one before may still be in use. */
  justRotated: boolean;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  /** Starts a session at its first generation. */
  async insert(
    tx: Tx,
    session: Pick<SessionEntity, 'id' | 'userId' | 'salt' | 'generation'>,
  ): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(SessionEntity)
      .values({ ...session, expiresAt: () => `now() + ${LIFETIME}` })
      .execute();
  }

  async find(id: string): Promise<SessionState | null> {
    const [session] = await this.database.query<SessionState>({
      name: 'session_state',
      text: `select id, user_id as "userId", salt, generation,
                    (revoked_at is not null or expires_at <= now()) as ended,
                    rotated_at > now() - ${GRACE} as "justRotated"
             from sessions where id = $1`,
      values: [id],
    });
    return session ?? null;
  }

  /**
   * Makes the next generation the current one, if `generation` still is it: of many who present the
   * same, one succeeds.
   */
  async rotate(id: string, generation: number): Promise<boolean> {
    const rows = await this.database.query({
      name: 'session_rotate',
      text: `update sessions
             set generation = generation + 1, rotated_at = now(), expires_at = now() + ${LIFETIME}
             where id = $1 and generation = $2 and revoked_at is null and expires_at > now()
             returning 1`,
      values: [id, generation],
    });
    return rows.length === 1;
  }

  /** @returns whether it was this call that ended it */
  async revoke(tx: Tx, id: string, because: Revocation): Promise<boolean> {
    const rows = await tx.query({
      text: `update sessions set revoked_at = now(), revoked_because = $2
             where id = $1 and revoked_at is null returning 1`,
      values: [id, because],
    });
    return rows.length === 1;
  }
}
