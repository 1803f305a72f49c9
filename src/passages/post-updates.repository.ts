import { Injectable } from '@nestjs/common';
import { instantSql } from '../database/json-text.js';
import { publicUserSql, userSql } from '../users/accounts/user-json.sql.js';
import { PUBLICLY_READABLE } from '../comments/shape/visibility.js';
import { Database, type Queryable, type Tx } from '../database/database.js';
import { type FittingRow, fittingSql } from '../database/rows-that-fit.js';
import type { PostUpdateView } from './post-updates.dto.js';

/** The estimated bytes of a credit in a response, with its author. */
const CREDIT_BYTES = 400;

/** An update with its author and the credits that everyone may see. */
const VIEW = `n.id, n.post_id as "postId", ${publicUserSql('u')} as author, n.body as text, n.html, n.revision,
  ${instantSql('n.created_at')} as "createdAt",
  coalesce((
    select json_agg(json_build_object('commentId', c.id, 'author', ${userSql('a')}) order by c.id)
    from post_update_credits k join comments c on c.id = k.comment_id join users a on a.id = c.author_id
    where k.update_id = n.id and a.kind <> 'erased' and ${PUBLICLY_READABLE}), '[]') as credits`;

export interface PostUpdateRow {
  id: string;
  postId: string;
  authorId: string;
  text: string;
  html: string;
  /** The default is now. */
  createdAt?: Date;
}

@Injectable()
export class PostUpdatesRepository {
  constructor(private readonly database: Database) {}

  /** Runs under the lock of the post's head; the revision is from the same transaction. */
  async insert(tx: Tx, update: PostUpdateRow): Promise<void> {
    const { id, postId, authorId, text, html, createdAt = null } = update;
    await tx.query({
      name: 'post_updates_insert',
      text: `insert into post_updates (id, post_id, author_id, revision, body, html, created_at)
             select $1, p.id, $3, p.revision, $4, $5, coalesce($6, now()) from posts p where p.id = $2`,
      values: [id, postId, authorId, text, html, createdAt],
    });
  }

  /** The published comments of a post among the ids. */
  async listCreditable(
    from: Queryable,
    postId: string,
    ids: readonly string[],
  ): Promise<Set<string>> {
    const rows = await from.query<{ id: string }>({
      name: 'post_updates_creditable',
      text: `select c.id from comments c
             where c.id = any($2::uuid[]) and c.post_id = $1 and ${PUBLICLY_READABLE}`,
      values: [postId, ids],
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** Stores the comments that led to an update. Their authors are notified by their preferences. */
  async credit(tx: Tx, update: PostUpdateRow, commentIds: readonly string[]): Promise<void> {
    await tx.query({
      name: 'post_updates_credit',
      text: `insert into post_update_credits (update_id, comment_id, post_id, user_id)
             select $1, id, post_id, author_id from comments where id = any($2::uuid[])`,
      values: [update.id, commentIds],
    });
  }

  async find(id: string, from: Queryable = this.database): Promise<PostUpdateView> {
    const [update] = await from.query<PostUpdateView>({
      name: 'post_updates_find',
      text: `select ${VIEW} from post_updates n join users u on u.id = n.author_id where n.id = $1`,
      values: [id],
    });
    return update;
  }

  /** The newest first, as many as fit into a response. */
  async list(
    postId: string,
    limit: number,
    beforeId: string,
  ): Promise<(FittingRow & { id: string; update: PostUpdateView })[]> {
    return this.database.query({
      name: 'post_updates_list',
      text: `select page.id, found, row_to_json(v) as update from (${fittingSql(
        `select id, body, html, (select count(*) from post_update_credits k where k.update_id = n.id) as credits
         from post_updates n
         where post_id = $1 and id < $3
         order by id desc limit $2`,
        'id desc',
        `octet_length(body) + octet_length(html) + ${CREDIT_BYTES} * credits`,
      )}) page cross join lateral (
          select ${VIEW} from post_updates n join users u on u.id = n.author_id where n.id = page.id) v
        order by nth`,
      values: [postId, limit, beforeId],
    });
  }
}
