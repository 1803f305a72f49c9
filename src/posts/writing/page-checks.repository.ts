import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';

/** A page that had not confirmed its URL when its post was created. */
export interface PageCheck {
  postId: string;
  url: string;
  /**
   * The key as the reader sent it. It is used if the page contains it, or if the page has no key
   * and the site has signed it.
   */
  key: string | null;
  keySigned: boolean;
}

/** The minutes before each attempt. The last value, a day, repeats for two weeks. */
const PAUSES_MINUTES = [5, 30, 120, 720, 1_440];
const MAX_TRIES = 18;

const COLUMNS = 'post_id as "postId", url, key, key_signed as "keySigned"';

/** Pages that must be checked again. */
@Injectable()
export class PageChecksRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, { postId, url, key, keySigned }: PageCheck, askedBy: string): Promise<void> {
    await tx.query({
      name: 'page_checks_insert',
      text: `insert into page_checks (post_id, url, key, key_signed, asked_by, due_at)
             values ($1, $2, $3, $4, $5, now() + make_interval(mins => $6))`,
      values: [postId, url, key, keySigned, askedBy, PAUSES_MINUTES[0]],
    });
  }

  /** The check of a post whose head the transaction has locked; null when it is settled. */
  async find(tx: Tx, postId: string): Promise<PageCheck | null> {
    return tx.first<PageCheck>({
      name: 'page_checks_find',
      text: `select ${COLUMNS} from page_checks where post_id = $1`,
      values: [postId],
    });
  }

  /** Restarts the checks with another URL of the post. */
  async redirect(tx: Tx, postId: string, url: string): Promise<void> {
    await tx.query({
      text: 'update page_checks set url = $2, tries = 0, due_at = now() where post_id = $1',
      values: [postId, url],
    });
  }

  async delete(tx: Tx, postId: string): Promise<void> {
    await tx.query({
      name: 'page_checks_delete',
      text: 'delete from page_checks where post_id = $1',
      values: [postId],
    });
  }

  /**
   * The number of pages that an account has requested within a day and that are still unverified.
   */
  async countOf(userId: string, from: Queryable = this.database): Promise<number> {
    const [row] = await from.query<{ count: number }>({
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

  /**
   * Takes the due checks, and schedules the next attempt of each. After the last attempt a page is
   * no longer checked.
   */
  async takeDue(limit: number): Promise<PageCheck[]> {
    return this.database.execute<PageCheck>({
      name: 'page_checks_take',
      text: `update page_checks set tries = tries + 1,
               due_at = case when tries + 1 < $3 then now() + make_interval(
                 mins => ($2::integer[])[least(tries + 2, cardinality($2::integer[]))]) else 'infinity' end
             where post_id = any(array(
               select post_id from page_checks where due_at < now() order by due_at limit $1))
               -- Asked once more behind another who took it meanwhile.
               and due_at < now()
             returning ${COLUMNS}`,
      values: [limit, PAUSES_MINUTES, MAX_TRIES],
    });
  }
}
