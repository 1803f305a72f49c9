import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';

/** What every node must hear: a session ended, an account was banned, or changed its role or standing. */
export interface SignalDraft {
  type: 'session.revoked' | 'user.banned' | 'user.changed';
  userId: string;
  sessionId?: string;
}

/** What an item of the moderators' queue came to; ids and facts alone. */
export interface QueueChange {
  id: string;
  kind: string;
  change: string;
  by: string | null;
}

/** What somebody is told of their own; ids and facts alone. */
export interface UserNote {
  type: string;
  id: string;
  state: string;
}

export type Signal =
  | (SignalDraft & { id: number })
  | { id: number; type: 'queue.changed'; facts: QueueChange }
  | { id: number; type: 'user.notified'; userId: string; facts: UserNote };

/** Whether it says that somebody is no longer what they were. */
export function isOfAccounts(signal: Signal): signal is SignalDraft & { id: number } {
  return signal.type !== 'queue.changed' && signal.type !== 'user.notified';
}

/** How many one read answers; a full read has more behind it. */
export const SIGNALS_A_READ = 1_000;

@Injectable()
export class SignalsRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, { type, userId, sessionId }: SignalDraft): Promise<void> {
    await tx.query({
      text: 'insert into signals (type, user_id, session_id) values ($1, $2, $3)',
      values: [type, userId, sessionId ?? null],
    });
  }

  async listAfter(id: number): Promise<Signal[]> {
    return this.database.query<Signal>({
      name: 'signals_after',
      text: `select id, type, user_id as "userId", session_id as "sessionId", facts
             from signals where id > $1 order by id limit ${SIGNALS_A_READ}`,
      values: [id],
    });
  }

  /** The last signal that no transaction still in flight can come before. */
  async findSettledId(ageSeconds: number): Promise<number> {
    const [row] = await this.database.query<{ id: number }>({
      text: `select coalesce(max(id), 0)::bigint as id from signals
             where at < now() - make_interval(secs => $1)`,
      values: [ageSeconds],
    });
    return row.id;
  }

  async dropOlderThan(tx: Tx, hours: number): Promise<void> {
    await tx.query({
      text: 'delete from signals where at < now() - make_interval(hours => $1)',
      values: [hours],
    });
  }
}
