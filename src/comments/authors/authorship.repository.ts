import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';

/** What somebody wrote before they had an account, and the account that has it since. */
@Injectable()
export class AuthorshipRepository {
  /**
   * An account may take over again what came since, such as by another import.
   * @returns false when another account has taken over from this author: of several at once, one does
   */
  async claim(tx: Tx, authorId: string, userId: string): Promise<boolean> {
    const rows = await tx.query({
      name: 'authorships_claim',
      text: `insert into authorships (author_id, user_id) values ($1, $2)
             on conflict (author_id) do update set user_id = excluded.user_id
             where authorships.user_id = excluded.user_id returning 1`,
      values: [authorId, userId],
    });
    return rows.length === 1;
  }

  /**
   * Gives the comments of one author to another. The votes of the new author on them go: nobody votes on
   * their own. Comments are locked by their ids, as every act locks them.
   * @returns how many there were
   */
  async moveComments(tx: Tx, authorId: string, userId: string): Promise<number> {
    const comments = await tx.query<{ id: string }>({
      name: 'authorships_lock',
      text: 'select id from comments where author_id = $1 order by id for no key update',
      values: [authorId],
    });
    const ids = comments.map(({ id }) => id);
    await tx.query({
      name: 'authorships_move',
      text: `with own_votes as (
               delete from votes where comment_id = any($1::uuid[]) and user_id = $2
               returning comment_id, post_id, value
             ), noted as (
               insert into score_moves (comment_id, post_id) select comment_id, post_id from own_votes
               on conflict (comment_id) do nothing
             )
             update comments c set author_id = $2,
               upvotes = c.upvotes - (v.value is not distinct from 1)::integer,
               downvotes = c.downvotes - (v.value is not distinct from -1)::integer
             from unnest($1::uuid[]) as moved (id) left join own_votes v on v.comment_id = moved.id
             where c.id = moved.id`,
      values: [ids, userId],
    });
    return ids.length;
  }

  /** Why moderators decided on what somebody wrote: whoever has it now may read and contest it. */
  async moveStatements(tx: Tx, authorId: string, userId: string): Promise<void> {
    await tx.query({
      name: 'authorships_statements',
      text: 'update statements set user_id = $2 where user_id = $1',
      values: [authorId, userId],
    });
  }
}
