import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/**
 * Rows of a table that are deleted by an indexed time. The SQL in it is constant, never user input.
 */
export interface AgedRows {
  table: string;
  by: string;
  /** The condition of the rows; all if absent. */
  where?: string;
  /** The assignment that empties rows that are kept. Emptied rows must no longer match `where`. */
  set?: string;
}

/** The rows of one statement, few enough that nobody waits long for their locks. */
const ROWS = 1_000;
const BEGINNING = '-infinity';

/** Deletes rows by their age, the oldest first. */
@Injectable()
export class AgedRowsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Rows that another transaction has locked wait for the next round.
   * @returns the function for one piece of the sweep; it continues where its last call stopped
   */
  sweep({ table, by, where = 'true', set }: AgedRows): (seconds: number) => Promise<boolean> {
    const change = set ? `update ${table} set ${set}` : `delete from ${table}`;
    let from = BEGINNING;
    return async (seconds) => {
      const [{ count, last }] = await this.database.execute<{ count: number; last: string }>({
        name: `sweep_${table}`,
        text: `with aged as materialized (
                 select ctid as place, ${by} as aged_at from ${table}
                 where ${where} and ${by} >= $1 and ${by} < now() - make_interval(secs => $2)
                 order by ${by} limit ${ROWS} for update skip locked
               ), changed as (
                 ${change} where ctid = any(array(select place from aged))
               )
               select count(*)::integer as count, max(aged_at)::text as last from aged`,
        values: [from, seconds],
      });
      from = count === ROWS ? last : BEGINNING;
      return count === ROWS;
    };
  }
}
