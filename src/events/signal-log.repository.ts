import { Injectable } from '@nestjs/common';
import type { Act } from '../acts/acts.js';
import { Database, type Statement } from '../database/database.js';

/** A session ended, an account was banned, or its role or standing changed. */
export interface AccountSignal {
  type: 'session.revoked' | 'user.banned' | 'user.changed';
  userId: string;
  sessionId?: string;
}

/** A signal that the service writes itself; triggers and functions write the others. */
export type SignalDraft = AccountSignal | { type: 'settings.changed' };

/** A change of an item of the moderation queue; ids and facts only. */
export interface QueueChange {
  id: string;
  kind: string;
  change: string;
  by: string | null;
}

/** A message to one user about their own data; ids and facts only. */
export interface UserNote {
  type: string;
  id: string;
  state: string;
}

export type Signal =
  | (SignalDraft & { id: number })
  | { id: number; type: 'queue.changed'; facts: QueueChange }
  | { id: number; type: 'user.notified'; userId: string; facts: UserNote };

/** Whether it is about a session, or about the role or standing of an account. */
export function isOfAccounts(signal: Signal): signal is AccountSignal & { id: number } {
  return ['session.revoked', 'user.banned', 'user.changed'].includes(signal.type);
}

/** The size of one read; a full one means that there may be more. */
export const SIGNALS_A_READ = 1_000;

/** A range of ids, both ends included. */
export interface IdRange {
  from: number;
  to: number;
}

/**
 * The signals, and the bounds of the snapshot: transactions from `xmin` on may still run, those
 * from `xmax` on had not started.
 */
export interface SignalsRead {
  signals: Signal[];
  xmin: bigint;
  xmax: bigint;
}

type Row = { xmin: string; xmax: string } & (Signal | { id: null });

const COLUMNS = 'id, type, user_id as "userId", session_id as "sessionId", facts';
const SNAPSHOT = `(select pg_snapshot_xmin(now_is)::text as xmin, pg_snapshot_xmax(now_is)::text as xmax
  from pg_current_snapshot() now_is) snapshot`;

/** The log of signals. They are written in the transaction of the act that causes them. */
@Injectable()
export class SignalLog {
  constructor(private readonly database: Database) {}

  async append(act: Act, draft: SignalDraft): Promise<void> {
    act.signalled = true;
    const account = draft.type === 'settings.changed' ? null : draft;
    await act.query({
      text: 'insert into signals (type, user_id, session_id) values ($1, $2, $3)',
      values: [draft.type, account?.userId ?? null, account?.sessionId ?? null],
    });
  }

  listAfter(id: number): Promise<SignalsRead> {
    return this.read({
      name: 'signals_after',
      text: `select * from ${SNAPSHOT} left join lateral (
               select ${COLUMNS} from signals where id > $1 order by id limit ${SIGNALS_A_READ}
             ) next on true order by id`,
      values: [id],
    });
  }

  listWithin(ranges: readonly IdRange[]): Promise<SignalsRead> {
    return this.read({
      name: 'signals_within',
      text: `select * from ${SNAPSHOT} left join lateral (
               select s.* from unnest($1::bigint[], $2::bigint[]) as gap (first, last) cross join lateral (
                 select ${COLUMNS} from signals where id between gap.first and gap.last
                 order by id limit ${SIGNALS_A_READ}) s
             ) late on true order by id`,
      values: [ranges.map(({ from }) => from), ranges.map(({ to }) => to)],
    });
  }

  /** @returns the id of the last signal that is older; 0 if there is none */
  async findLastBefore(ageSeconds: number): Promise<number> {
    const [row] = await this.database.query<{ id: number }>({
      text: `select coalesce(max(id), 0)::bigint as id from signals
             where at < now() - make_interval(secs => $1)`,
      values: [ageSeconds],
    });
    return row.id;
  }

  private async read(statement: Statement): Promise<SignalsRead> {
    const rows = await this.database.query<Row>(statement);
    const [{ xmin, xmax }] = rows;
    const signals = rows.filter((row): row is Row & Signal => row.id !== null);
    return { signals, xmin: BigInt(xmin), xmax: BigInt(xmax) };
  }
}
