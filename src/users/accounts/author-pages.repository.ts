import { Injectable } from '@nestjs/common';
import { NIL } from '../../database/ids.js';
import { Database, type Tx } from '../../database/database.js';

/** An account whose display has changed, and the progress on the pages that show it. */
export interface AuthorChange {
  userId: string;
  /** Distinguishes two changes of one account. */
  change: string;
  /** The last processed post. */
  after: string | null;
}

/** A node without a heartbeat for this long loses its change to the others. */
const LOST_SECONDS = 10;

@Injectable()
export class AuthorPagesRepository {
  constructor(private readonly database: Database) {}

  /** A change that arrives while another is processed restarts from the first post. */
  async note(tx: Tx, userId: string, change: string): Promise<void> {
    await tx.query({
      name: 'author_changes_note',
      text: `insert into author_changes (user_id, change) values ($1, $2)
             on conflict (user_id) do update set change = $2, after = null, beat_at = now()`,
      values: [userId, change],
    });
  }

  /** Takes over a change of a lost node. */
  async take(): Promise<AuthorChange | null> {
    return this.database.first<AuthorChange>({
      name: 'author_changes_take',
      text: `update author_changes set beat_at = now() where user_id = (
               select user_id from author_changes
               where beat_at < now() - interval '${LOST_SECONDS} seconds'
               order by beat_at limit 1 for update skip locked)
             returning user_id as "userId", change, after`,
    });
  }

  /** The next posts that the user has commented in; each is found by one index lookup. */
  async listPosts(userId: string, after: string | null, limit: number): Promise<string[]> {
    return this.database.column<string>({
      name: 'author_changes_posts',
      text: `with recursive written as (
               (select post_id from comments where author_id = $1
                  and post_id > coalesce($2, '${NIL}'::uuid)
                order by post_id limit 1)
               union all
               select next.post_id from written cross join lateral (
                 select post_id from comments where author_id = $1 and post_id > written.post_id
                 order by post_id limit 1) next
             )
             select post_id as id from written limit $3`,
      values: [userId, after, limit],
    });
  }

  /**
   * @returns false when the account has changed again: the newer change starts from the beginning
   */
  async move({ userId, change }: AuthorChange, after: string): Promise<boolean> {
    return this.database.has({
      name: 'author_changes_move',
      text: `update author_changes set after = $3, beat_at = now()
             where user_id = $1 and change = $2 returning 1`,
      values: [userId, change, after],
    });
  }

  async finish({ userId, change }: AuthorChange): Promise<void> {
    await this.database.query({
      name: 'author_changes_finish',
      text: 'delete from author_changes where user_id = $1 and change = $2',
      values: [userId, change],
    });
  }
}
