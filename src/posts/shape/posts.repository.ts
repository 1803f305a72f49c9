import { Injectable } from '@nestjs/common';
import { MAX } from '../../database/ids.js';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { instantSql } from '../../database/json-text.js';
import { type FittingRow, fittingSql } from '../../database/rows-that-fit.js';
import { violates } from '../../database/postgres-errors.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { isUuid } from '../../text/plain/uuid.js';
import { PostRevisionEntity } from './post-revision.entity.js';
import { PostEntity, type PostMode, type PostVotes } from './post.entity.js';
import { type PageName, pageAddress, postAtSql } from './page-address.sql.js';
import type { List, PostRevisionView, PostView } from './posts.dto.js';
import { PostNameTaken, PostNotFound } from './posts.errors.js';

/** The columns of a view, with the head of the post's log. */
const VIEW = `p.id, p.slug, p.key, p.title, p.url, p.summary, p.language, p.mode, p.locked, p.listed, p.verified,
  p.author_id as "authorId", ${instantSql('p.created_at')} as "createdAt",
  ${instantSql('p.updated_at')} as "updatedAt",
  h.comment_count as "commentCount", h.seq`;
const FROM = 'from posts p join post_heads h on h.post_id = p.id';

/** The predicate of each list has an index. */
const LIST_SQL: Readonly<Record<List, string>> = {
  listed: 'p.listed',
  unlisted: 'not p.listed and p.gone_at is null',
  unverified: 'not p.verified and p.gone_at is null',
  // Two posts that both have a key are different pages, so they are excluded.
  alike: `p.gone_at is null and p.id in (
    select mine.post_id from post_urls mine join posts me on me.id = mine.post_id
      join post_urls other on other.alike = mine.alike and other.post_id <> mine.post_id
      join posts it on it.id = other.post_id
    where mine.alike is not null and it.gone_at is null and (me.key is null or it.key is null))`,
};

/** The data of a post that every write on its thread needs. */
export interface PostTerms {
  mode: PostMode;
  locked: boolean;
  verified: boolean;
  revision: number;
  slowModeSeconds: number;
}

/** The fields that only the response for a single post contains. */
export interface PostSettings {
  votes: PostVotes;
  slowModeSeconds: number;
  scoresHiddenUntil: string | null;
  lastUpdateAt: string | null;
  urls: string[];
}

/** A revision in a list. */
export interface RevisionRow extends PostRevisionView, FittingRow {}

/** The text of a post with its latest revisions, the newest first. */
export interface PostWriting {
  html: string | null;
  /**
   * `continues`: how many bytes at the start of the HTML are the whole previous HTML; null if none.
   */
  history: { continues: number | null; at: string }[];
}

@Injectable()
export class PostsRepository {
  constructor(private readonly database: Database) {}

  /** @param ref an id or a slug; anything else finds nothing */
  async find(ref: string, from: Queryable = this.database): Promise<PostView | null> {
    const column = isUuid(ref) ? 'id' : 'slug';
    return from.first<PostView>({
      name: `posts_find_${column}`,
      text: `select ${VIEW} ${FROM} where p.${column} = $1 and p.gone_at is null`,
      values: [ref],
    });
  }

  /** @param ref an id or a slug */
  async findId(ref: string): Promise<string | null> {
    if (isUuid(ref)) return ref.toLowerCase();
    const [row] = await this.database.query<{ id: string }>({
      name: 'posts_id_of_slug',
      text: 'select id from posts where slug = $1 and gone_at is null',
      values: [ref],
    });
    return row?.id ?? null;
  }

  /** Finds the post by the site's key, else by a URL, unless another key contradicts it. */
  async findByPage(page: PageName, from: Queryable = this.database): Promise<PostView | null> {
    const { exact, spellings } = pageAddress(page.url);
    return from.first<PostView>({
      name: 'posts_find_by_page',
      text: `select ${VIEW} ${FROM}
             where p.gone_at is null
               and p.id = coalesce((select coalesce(merged_into, id) from posts where key = $1::text),
                                   (${postAtSql({ exact: '$2', spellings: '$3', key: '$1::text' })}))`,
      values: [page.key, exact, spellings],
    });
  }

  /** The newest first, as many as fit into a response. */
  async list(
    limit: number,
    beforeId: string = MAX,
    which: List = 'listed',
  ): Promise<(FittingRow & { id: string; post: PostView })[]> {
    return this.database.query({
      name: `posts_${which}`,
      text: `select page.id, found, row_to_json(v) as post from (${fittingSql(
        `select p.id, p.title, p.summary, p.url from posts p
         where p.id < $2 and ${LIST_SQL[which]}
         order by p.id desc limit $1`,
        'id desc',
        'octet_length(title) + coalesce(octet_length(summary), 0) + coalesce(octet_length(url), 0)',
      )}) page cross join lateral (select ${VIEW} ${FROM} where p.id = page.id) v order by nth`,
      values: [limit, beforeId],
    });
  }

  /** The post of the front page: the one with the slug, else the newest, if listed and by staff. */
  async findFront(slug: string): Promise<PostView | null> {
    return this.database.first<PostView>({
      name: 'posts_front',
      text: `select ${VIEW} ${FROM} where p.id = coalesce(
               (select id from posts where slug = $1 and listed and made_by = 'staff'),
               (select id from posts where listed and made_by = 'staff' order by id desc limit 1))`,
      values: [slug],
    });
  }

  async hasAny(): Promise<boolean> {
    return this.database.read(({ manager }) => manager.exists(PostEntity));
  }

  async getSettings(postId: string, from: Queryable = this.database): Promise<PostSettings> {
    const [row] = await from.query<PostSettings>({
      name: 'posts_settings',
      text: `select votes, slow_mode_seconds as "slowModeSeconds",
               ${instantSql('scores_hidden_until')} as "scoresHiddenUntil",
               (select ${instantSql('max(created_at)')}
                from post_updates where post_id = posts.id) as "lastUpdateAt",
               array(select url from post_urls where post_id = posts.id
                     order by created_at, normalised) as urls
             from posts where id = $1`,
      values: [postId],
    });
    return row;
  }

  async findTerms(postId: string, from: Queryable = this.database): Promise<PostTerms | null> {
    return from.first<PostTerms>({
      name: 'posts_terms',
      text: 'select mode, locked, verified, revision, slow_mode_seconds as "slowModeSeconds" from posts where id = $1 and gone_at is null',
      values: [postId],
    });
  }

  /** @throws PostNotFound */
  async getTerms(postId: string, from?: Queryable): Promise<PostTerms> {
    const terms = await this.findTerms(postId, from);
    if (!terms) throw new PostNotFound();
    return terms;
  }

  /**
   * Omitted columns have the defaults of the table.
   * @throws PostNameTaken
   */
  async insert(tx: Tx, post: Partial<PostEntity>): Promise<void> {
    await tx.manager.insert(PostEntity, post).catch(refuse);
  }

  /** @throws PostNameTaken */
  async update(tx: Tx, id: string, changes: Partial<PostEntity>): Promise<void> {
    await tx.manager.update(PostEntity, { id }, changes).catch(refuse);
  }

  /**
   * Reserves the slug until the end of the transaction. Concurrent requests for it wait, and then
   * find it used.
   */
  async lockSlug(tx: Tx, slug: string): Promise<void> {
    await tx.query({
      text: `select pg_advisory_xact_lock(hashtextextended('posts.slug ' || $1, 0))`,
      values: [slug],
    });
  }

  /** Whether no post has the name. Ended posts count, too. */
  async isFree(tx: Tx, name: { slug: string } | { key: string }): Promise<boolean> {
    return !(await tx.manager.existsBy(PostEntity, name));
  }

  /** Also stores the length of the previous HTML, if the new HTML starts with it. */
  async insertRevision(tx: Tx, revision: PostRevisionEntity): Promise<void> {
    const { postId, title, summary, body, html, editorId, createdAt } = revision;
    await tx.query({
      name: 'posts_insert_revision',
      text: `insert into post_revisions (post_id, revision, title, summary, body, html, editor_id,
               created_at, continues)
             values ($1, $2::integer, $3, $4, $5, $6::text, $7, $8, (
               select octet_length(former.html) from post_revisions former
               where former.post_id = $1 and former.revision = $2::integer - 1
                 and former.html <> '' and starts_with($6::text, former.html)))`,
      values: [postId, revision.revision, title, summary, body, html, editorId, createdAt],
    });
  }

  /** The current HTML of a post, and at most `revisions` of its latest revisions. */
  async findWriting(postId: string, revisions: number): Promise<PostWriting> {
    const [writing] = await this.database.query<PostWriting>({
      name: 'posts_writing',
      text: `select (select html from post_revisions where post_id = $1
                 order by revision desc limit 1) as html,
               (select json_agg(json_build_object('continues', continues,
                   'at', ${instantSql('created_at')}) order by revision desc)
                 from (select revision, continues, created_at from post_revisions where post_id = $1
                   order by revision desc limit $2) latest) as history`,
      values: [postId, revisions],
    });
    return writing;
  }

  async findRevision(postId: string, tx?: Tx): Promise<PostRevisionEntity | null> {
    const find = ({ manager }: Tx) =>
      manager.findOne(PostRevisionEntity, { where: { postId }, order: { revision: 'DESC' } });
    return tx ? find(tx) : this.database.read(find);
  }

  /** The text of a revision; null for a page of the host site. */
  async findHtml(postId: string, revision: number): Promise<string | null> {
    const [row] = await this.database.query<{ html: string | null }>({
      name: 'posts_html',
      text: 'select html from post_revisions where post_id = $1 and revision = $2',
      values: [postId, revision],
    });
    return row?.html ?? null;
  }

  /** The newest first, as many as fit into a response. */
  async listRevisions(
    postId: string,
    limit: number,
    before: number | null,
  ): Promise<RevisionRow[]> {
    return this.database.query<RevisionRow>({
      name: 'posts_revisions',
      text: fittingSql(
        `select revision, title, summary, body, html,
           ${instantSql('created_at')} as "createdAt"
         from post_revisions where post_id = $1 and revision < coalesce($3, 2147483647)
         order by revision desc limit $2`,
        'revision desc',
        `octet_length(title) + coalesce(octet_length(summary), 0) + coalesce(octet_length(body), 0)
           + coalesce(octet_length(html), 0)`,
      ),
      values: [postId, limit, before],
    });
  }
}

/** Converts a violated constraint to a problem. */
function refuse(error: unknown): never {
  if (violates(error, 'posts_slug_key')) throw new PostNameTaken('slug');
  if (violates(error, 'posts_key_key')) throw new PostNameTaken('key');
  if (violates(error, 'posts_author_fkey'))
    throw InvalidInput.at('/authorId', 'There is no such account.');
  throw error;
}
