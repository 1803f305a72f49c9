import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** Work that one node at a time does for all. */
export interface Turn {
  name: string;
  nodeId: string;
}

/**
 * The node whose turn it is, by the clock of the database. A lost node keeps its turn only for the
 * lease.
 */
@Injectable()
export class RoundTurnsRepository {
  constructor(private readonly database: Database) {}

  /** @returns false while another node has the turn, or the next round is not due */
  async take({ name, nodeId }: Turn, leaseMs: number): Promise<boolean> {
    const rows = await this.database.query({
      name: 'turns_take',
      text: `with taken as (
               update round_turns set node_id = $2, began_at = now(),
                 free_at = now() + make_interval(secs => $3::float8 / 1000)
               where name = $1 and free_at <= now() returning 1
             ), first as (
               insert into round_turns (name, node_id, began_at, free_at)
               select $1, $2, now(), now() + make_interval(secs => $3::float8 / 1000)
               where not exists (select 1 from round_turns where name = $1)
               on conflict (name) do nothing returning 1
             )
             select 1 from taken union all select 1 from first`,
      values: [name, nodeId, leaseMs],
    });
    return rows.length === 1;
  }

  /** @returns false when another node has declared it lost */
  async renew({ name, nodeId }: Turn, leaseMs: number): Promise<boolean> {
    const rows = await this.database.query({
      name: 'turns_renew',
      text: `update round_turns set free_at = now() + make_interval(secs => $3::float8 / 1000)
             where name = $1 and node_id = $2 returning 1`,
      values: [name, nodeId, leaseMs],
    });
    return rows.length === 1;
  }

  /** Releases the turn to the first node that checks, after so much time since its start. */
  async leave({ name, nodeId }: Turn, everyMs: number, well: boolean): Promise<void> {
    await this.database.query({
      name: 'turns_leave',
      text: `update round_turns set free_at = began_at + make_interval(secs => $3::float8 / 1000),
               ended_at = case when $4 then now() else ended_at end
             where name = $1 and node_id = $2`,
      values: [name, nodeId, everyMs, well],
    });
  }
}
