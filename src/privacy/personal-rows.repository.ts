import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Erasing, Told } from '../events/personal-part.js';

/** The rows of one statement, few enough that nobody waits long for their locks. */
const ROWS = 500;
/** A comment may have a hundred kilobytes, and a slow reader keeps a piece in memory. */
const ROWS_READ = 50;

/**
 * Builds statements from the `PersonalPart` of each room. The SQL in it is constant, never user
 * input.
 */
@Injectable()
export class PersonalRowsRepository {
  constructor(private readonly database: Database) {}

  /** @returns whether there may be more */
  async erase(table: string, { where, erase }: Erasing, userId: string): Promise<boolean> {
    const change =
      erase === 'delete' ? `delete from ${table}` : `update ${table} set ${assignments(erase)}`;
    const rows = await this.database.execute({
      text: `${change} where ctid = any(array(select ctid from ${table} where ${where} limit ${ROWS})) returning 1`,
      values: [userId],
    });
    return rows.length === ROWS;
  }

  /** The exported rows of a user in the order of their key, one piece at a time. */
  async *read(table: string, { where, columns, by }: Told, userId: string): AsyncIterable<object> {
    const keys = by.split(', ');
    let after: string[] = [];
    for (;;) {
      const beyond = after.map((_, at) => `$${at + 2}`).join(', ');
      const rows = await this.database.query<{ row: object; place: string[] }>({
        text: `select to_jsonb(own) - 'place' as row, place from (
                 select ${columns.join(', ')}, array[${keys.map((key) => `${key}::text`).join(', ')}] as place
                 from ${table} where ${where} ${beyond && `and (${by}) > (${beyond})`}
                 order by ${by} limit ${ROWS_READ}) own`,
        values: [userId, ...after],
      });
      for (const { row } of rows) yield row;
      if (rows.length < ROWS_READ) return;
      after = rows.at(-1)!.place;
    }
  }
}

function assignments(erase: Readonly<Record<string, string>>): string {
  return Object.entries(erase)
    .map(([column, value]) => `${column} = ${value}`)
    .join(', ');
}
