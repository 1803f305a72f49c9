import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';

/** A page that named itself to nobody yet. */
export interface PageCheck {
  postId: string;
  url: string;
  /** What its reader called it, which counts when the page says so, too. */
  key: string | null;
}

/** After each try the next one is so many minutes away; after the last a day, for two weeks. */
const PAUSES_MINUTES = [5, 30, 120, 720, 1_440];
const MAX_TRIES = 18;

/** Pages that are to be looked at again. */
@Injectable()
export class PageChecksRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, { postId, url, key }: PageCheck, askedBy: string): Promise<void> {
    await tx.query({
      name: 'page_checks_insert',
      text: `insert into page_checks (post_id, url, key, asked_by, due_at)
             values ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
      values: [postId, url, key, askedBy, PAUSES_MINUTES[0]],
    });
  }

  async delete(tx: Tx, postId: string): Promise<void> {
    await tx.query({
      name: 'page_checks_delete',
      text: 'delete from page_checks where post_id = $1',
      values: [postId],
    });
  }

  /** How many pages an account has asked for within a day that were not verified since. */
  async countOf(userId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>({
      name: 'page_checks_count',
      text: `select count(*)::integer as count from page_checks
             where asked_by = $1 and created_at > now() - interval '1 day'`,
      values: [userId],
    });
    return row.count;
  }

  async hasDue(): Promise<boolean> {
    const rows = await this.database.query({
      name: 'page_checks_has_due',
      text: 'select 1 from page_checks where due_at < now() limit 1',
    });
    return rows.length === 1;
  }

  /** Takes those that are due and says when they are due next; a page that is never found rests. */
  async takeDue(limit: number): Promise<PageCheck[]> {
    return this.database.execute<PageCheck>({
      name: 'page_checks_take',
      text: `update page_checks set tries = tries + 1,
               due_at = case when tries < $3 then now() + make_interval(
                 mins => ($2::integer[])[least(tries + 2, cardinality($2::integer[]))]) else 'infinity' end
             where post_id = any(array(
               select post_id from page_checks where due_at < now() order by due_at limit $1))
             returning post_id as "postId", url, key`,
      values: [limit, PAUSES_MINUTES, MAX_TRIES],
    });
  }
}
