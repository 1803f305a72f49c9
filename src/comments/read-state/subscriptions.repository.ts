import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import type { SubscriptionLevel } from './read-state.dto.js';

/** What the level is without a row. */
const DEFAULT: SubscriptionLevel = 'replies';

/** What accounts want to be told of posts. */
@Injectable()
export class SubscriptionsRepository {
  constructor(private readonly database: Database) {}

  async find(userId: string, postId: string): Promise<SubscriptionLevel> {
    const [row] = await this.database.query<{ level: SubscriptionLevel }>({
      name: 'subscriptions_find',
      text: 'select level from subscriptions where user_id = $1 and post_id = $2',
      values: [userId, postId],
    });
    return row?.level ?? DEFAULT;
  }

  async set(tx: Tx, userId: string, postId: string, level: SubscriptionLevel): Promise<void> {
    if (level === DEFAULT) return this.drop(tx, userId, postId);
    await tx.query({
      name: 'subscriptions_set',
      text: `insert into subscriptions (user_id, post_id, level) values ($1, $2, $3)
             on conflict (user_id, post_id) do update set level = excluded.level, since = now()
               where subscriptions.level <> excluded.level`,
      values: [userId, postId, level],
    });
  }

  /** Who has chosen for a post that goes into another one has chosen for that one, unless they did before. */
  async carryOver(tx: Tx, from: string, into: string): Promise<void> {
    await tx.query({
      name: 'subscriptions_carry_over',
      text: `insert into subscriptions (user_id, post_id, level)
             select user_id, $2, level from subscriptions where post_id = $1
             on conflict do nothing`,
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
