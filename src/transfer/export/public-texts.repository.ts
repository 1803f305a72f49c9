import type { Client } from 'pg';
import { NIL } from '../../database/ids.js';
import { PUBLICLY_READABLE } from '../../comments/shape/visibility.js';
import { fittingSql } from '../../database/rows-that-fit.js';
import { publicNameSql } from '../../users/accounts/user-json.sql.js';

/** A post that everybody may read. */
export interface PublicPost {
  id: string;
  slug: string;
  title: string;
  url: string | null;
  summary: string | null;
  /** Null for a page of the host site. */
  html: string | null;
  authorName: string | null;
  /** Whether the discussion is closed for new comments. */
  closed: boolean;
  createdAt: Date;
}

/** A comment of a thread; one whose text is not public contributes only its position. */
export interface ThreadRow {
  id: string;
  postId: string;
  parentId: string | null;
  rootId: string;
  text: PublicText | null;
}

export interface PublicText {
  body: string;
  html: string;
  createdAt: string;
  editedAt: string | null;
  /** Both are null if the author was erased. */
  authorId: string | null;
  authorName: string | null;
}

const POSTS_AT_ONCE = 20;
const ROWS_AT_ONCE = 50;

const NAME = publicNameSql('u');

const NEXT_POSTS = `select p.id, p.slug, p.title, p.url, p.summary, r.html, ${NAME} as "authorName",
    p.locked or p.mode = 'closed' as closed, p.created_at as "createdAt"
  from posts p left join users u on u.id = p.author_id
    left join post_revisions r on r.post_id = p.id and r.revision = p.revision
  where p.id > $1 and p.listed and p.gone_at is null order by p.id limit ${POSTS_AT_ONCE}`;

/** The public texts, in a consistent snapshot. */
export class PublicTexts {
  constructor(private readonly client: Client) {}

  async begin(): Promise<void> {
    await this.client.query('begin isolation level repeatable read, read only');
    for (const setting of ['statement_timeout', 'idle_in_transaction_session_timeout'])
      await this.client.query(`set local ${setting} = 0`);
  }

  async end(): Promise<void> {
    await this.client.query('commit');
  }

  async countComments(): Promise<number> {
    const { rows } = await this.client.query<{ count: number }>(
      `select coalesce(sum(h.comment_count), 0)::integer as count
       from posts p join post_heads h on h.post_id = p.id where p.listed and p.gone_at is null`,
    );
    return rows[0].count;
  }

  async *listPosts(): AsyncGenerator<PublicPost> {
    for (let after: string = NIL; ;) {
      const { rows } = await this.client.query<PublicPost>(
        fittingSql(NEXT_POSTS, 'id', 'coalesce(octet_length(html), 0)'),
        [after],
      );
      yield* rows;
      if (rows.length === 0) return;
      after = rows.at(-1)!.id;
    }
  }

  /**
   * The threads of these posts in the same order, branch by branch, parents before replies. They
   * are sorted together, because no index has this order.
   */
  async *listThreads(): AsyncGenerator<ThreadRow> {
    await this.client.query(
      `declare threads no scroll cursor for
       select c.id, c.post_id as "postId", c.parent_id as "parentId", c.root_id as "rootId",
         case when ${PUBLICLY_READABLE} then json_build_object('body', c.body, 'html', c.html,
           'createdAt', c.created_at at time zone 'UTC', 'editedAt', c.edited_at at time zone 'UTC',
           'authorId', case when u.kind <> 'erased' then u.id end, 'authorName', ${NAME}) end as text
       from comments c join posts p on p.id = c.post_id join users u on u.id = c.author_id
       where c.listed and p.listed and p.gone_at is null
       order by c.post_id, c.root_id, c.depth, c.id`,
    );
    for (;;) {
      const { rows } = await this.client.query<ThreadRow>(`fetch ${ROWS_AT_ONCE} from threads`);
      yield* rows;
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await this.client.query('close threads');
  }
}
