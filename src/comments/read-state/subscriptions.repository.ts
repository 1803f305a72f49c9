import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import type { SubscriptionLevel } from './read-state.dto.js';

/** The level of an account without a row for the post. */
export const DEFAULT_LEVEL: SubscriptionLevel = 'replies';

/** The notification levels of accounts for posts. */
@Injectable()
export class SubscriptionsRepository {
  /**
   * Runs under the lock of the account, so that concurrent requests cannot exceed the limit.
   * @returns whether the level is set now; false when the account has levels for `most` other posts
   * already
   */
  async set(
    tx: Tx,
    userId: string,
    postId: string,
    level: SubscriptionLevel,
    most: number,
  ): Promise<boolean> {
    if (level === DEFAULT_LEVEL) {
      await this.drop(tx, userId, postId);
      return true;
    }
    return tx.has({
      name: 'subscriptions_set',
      text: `insert into subscriptions as s (user_id, post_id, level)
             select $1, $2, $3
             where exists (select from subscriptions where user_id = $1 and post_id = $2)
               or (select count(*) from subscriptions where user_id = $1) < $4
             on conflict (user_id, post_id) do update set level = excluded.level, carried_from = null,
               since = case when s.level = excluded.level then s.since else now() end
             returning 1`,
      values: [userId, postId, level, most],
    });
  }

  /**
   * Unsubscribes by a link of a mail, which may be old. It resets the level for the post and for
   * the post that this one was merged into. It does not override a later choice: a reset to
   * `replies` keeps a `none`.
   */
  async end(
    tx: Tx,
    userId: string,
    postId: string,
    level: Exclude<SubscriptionLevel, 'all'>,
  ): Promise<void> {
    const posts = `select distinct unnest(array[id, coalesce(merged_into, id)]) as id from posts where id = $2`;
    if (level === DEFAULT_LEVEL)
      await tx.query({
        name: 'subscriptions_end',
        text: `delete from subscriptions where user_id = $1 and level = 'all' and post_id in (${posts})`,
        values: [userId, postId],
      });
    else
      await tx.query({
        name: 'subscriptions_silence',
        text: `insert into subscriptions (user_id, post_id, level)
               select $1, id, 'none' from (${posts}) ended order by id
               on conflict (user_id, post_id) do update set level = 'none', carried_from = null, since = now()
                 where subscriptions.level <> 'none'`,
        values: [userId, postId],
      });
  }

  /**
   * Copies the levels of a merged post to the target post. A level that an account has set there is
   * kept.
   */
  async carryOver(tx: Tx, from: string, into: string): Promise<void> {
    await tx.query({
      name: 'subscriptions_carry_over',
      text: `insert into subscriptions (user_id, post_id, level, carried_from)
             select user_id, $2, level, $1 from subscriptions where post_id = $1
             order by user_id on conflict do nothing`,
      values: [from, into],
    });
  }

  /** Undoes the copy. A level that an account has set for the target post since is kept. */
  async carryBack(tx: Tx, from: string, into: string): Promise<void> {
    await tx.query({
      name: 'subscriptions_carry_back',
      text: 'delete from subscriptions where post_id = $2 and carried_from = $1',
      values: [from, into],
    });
  }

  private async drop(tx: Tx, userId: string, postId: string): Promise<void> {
    await tx.query({
      name: 'subscriptions_drop',
      text: 'delete from subscriptions where user_id = $1 and post_id = $2',
      values: [userId, postId],
    });
  }
}
