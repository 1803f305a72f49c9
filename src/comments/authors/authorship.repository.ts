import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';

/** Comments that one transaction moves. */
const A_PIECE = 1_000;

/** An author whose comments are transferred to an account. */
export interface Moving {
  authorId: string;
  userId: string;
}

/** Comments that were written without an account, and the account that has claimed them. */
@Injectable()
export class AuthorshipRepository {
  constructor(private readonly database: Database) {}

  /**
   * The same account can claim again after new comments were added, such as by another import.
   * @returns false when another account has claimed the author; of concurrent claims one succeeds
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

  /** @returns the user name of the account that has claimed an author */
  async findTaker(from: Queryable, authorId: string): Promise<string | null> {
    const [taker] = await from.query<{ username: string }>({
      name: 'authorships_taker',
      text: `select u.username from authorships a join users u on u.id = a.user_id where a.author_id = $1`,
      values: [authorId],
    });
    return taker?.username ?? null;
  }

  /** The authors that an account has claimed. */
  async listTaken(userId: string): Promise<string[]> {
    return this.database.column<string>({
      name: 'authorships_taken',
      text: 'select author_id as id from authorships where user_id = $1 order by author_id',
      values: [userId],
    });
  }

  /** Deletes the list of authors that an account has claimed. */
  async forgetTaken(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      name: 'authorships_forget',
      text: 'delete from authorships where user_id = $1',
      values: [userId],
    });
  }

  /** The authors whose comments are still being transferred, and the accounts that get them. */
  async listMoving(): Promise<Moving[]> {
    return this.database.query<Moving>({
      name: 'authorships_moving',
      text: 'select author_id as "authorId", user_id as "userId" from authorships where moving order by author_id',
    });
  }

  /** @returns whether the transfer still runs; the row lock keeps its other pieces waiting */
  async lockMoving(tx: Tx, authorId: string): Promise<boolean> {
    return tx.has({
      name: 'authorships_lock_moving',
      text: 'select 1 from authorships where author_id = $1 and moving for no key update',
      values: [authorId],
    });
  }

  async count(tx: Tx, authorId: string): Promise<number> {
    const [{ count }] = await tx.query<{ count: number }>({
      name: 'authorships_count',
      text: 'select count(*)::integer as count from comments where author_id = $1',
      values: [authorId],
    });
    return count;
  }

  /** Records whether there are comments left to transfer. @returns whether there are */
  async noteMoving(tx: Tx, authorId: string): Promise<boolean> {
    const [{ moving }] = await tx.query<{ moving: boolean }>({
      name: 'authorships_note_moving',
      text: `update authorships set moving = exists (select from comments where author_id = $1)
             where author_id = $1 returning moving`,
      values: [authorId],
    });
    return moving;
  }

  /**
   * Transfers a piece of the comments of one author to another. The votes of the new author on them
   * are deleted, because nobody may vote on their own comments. Comments are locked by id, in the
   * order that every transaction uses; busy ones are left for later.
   * @returns how many comments were transferred
   */
  async moveComments(tx: Tx, authorId: string, userId: string): Promise<number> {
    const comments = await tx.query<{ id: string }>({
      name: 'authorships_lock',
      text: `select id from comments where author_id = $1 and id = any(array(
               select id from comments where author_id = $1 order by post_id, id limit ${A_PIECE}))
             order by id for no key update skip locked`,
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

  /** Moves the credits that updates of posts give to the comments of the author. */
  async moveCredits(tx: Tx, authorId: string, userId: string): Promise<void> {
    await tx.query({
      name: 'authorships_credits',
      text: 'update post_update_credits set user_id = $2 where user_id = $1',
      values: [authorId, userId],
    });
  }

  /** A guest may have notifications of decisions; the account gets them. */
  async moveNotifications(tx: Tx, authorId: string, userId: string): Promise<void> {
    await tx.query({
      name: 'authorships_notifications',
      text: `update notifications n set user_id = $2 where user_id = $1
             and not exists (select from notifications o where o.cause = n.cause and o.user_id = $2)`,
      values: [authorId, userId],
    });
  }

  /**
   * Statements of decisions are transferred, too, so that the new author can read and contest them.
   */
  async moveStatements(tx: Tx, authorId: string, userId: string): Promise<void> {
    await tx.query({
      name: 'authorships_statements',
      text: 'update statements set user_id = $2 where user_id = $1',
      values: [authorId, userId],
    });
  }
}
