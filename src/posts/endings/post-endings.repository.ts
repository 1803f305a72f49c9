import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { isUuid } from '../../text/plain/uuid.js';
import { type PageName, pageAddress, spelledSql } from '../shape/page-address.sql.js';

/** The end of a post that was deleted or merged into another one. */
export interface Ending {
  id: string;
  goneAt: Date;
  /** The id of the target post. */
  into: string | null;
}

/** The fields that ending a post changes. */
export interface BeforeEnding {
  locked: boolean;
  listed: boolean;
}

/**
 * Ended posts. Such a post is locked and unlisted, which every write and every list already checks.
 * Its row is kept, so that its names show what happened to it.
 */
@Injectable()
export class PostEndingsRepository {
  constructor(private readonly database: Database) {}

  /** @param ref an id or a slug */
  async find(ref: string, from: Queryable = this.database): Promise<Ending | null> {
    const column = isUuid(ref) ? 'id' : 'slug';
    return from.first<Ending>({
      name: `endings_find_${column}`,
      text: `select id, gone_at as "goneAt", merged_into as into from posts
             where ${column} = $1 and gone_at is not null`,
      values: [ref],
    });
  }

  /** Whether a page had a discussion that was deleted. Another key means another page. */
  async hadPage({ key, url }: PageName, from: Queryable = this.database): Promise<boolean> {
    return from.has({
      name: 'endings_page',
      text: `select 1 from posts where gone_at is not null and merged_into is null and (
               id = (select coalesce(merged_into, id) from posts where key = $1::text)
               or (key is null or $1::text is null) and id = any(array(
                 select post_id from post_urls where ${spelledSql('normalised')} = any($2::text[]))))`,
      values: [key, pageAddress(url).spellings],
    });
  }

  async end(tx: Tx, id: string, into: string | null): Promise<void> {
    await tx.query({
      name: 'endings_end',
      text: `with settled as (delete from page_checks where post_id = $1)
             update posts set gone_at = now(), merged_into = $2, locked = true, listed = false
             where id = $1`,
      values: [id, into],
    });
  }

  async restore(tx: Tx, id: string, { locked, listed }: BeforeEnding): Promise<void> {
    await tx.query({
      name: 'endings_restore',
      text: `update posts set gone_at = null, merged_into = null, locked = $2, listed = $3
             where id = $1`,
      values: [id, locked, listed],
    });
  }

  /** @returns the addresses that were moved; `only` limits them, and null moves all */
  async moveUrls(
    tx: Tx,
    from: string,
    to: string,
    only: readonly string[] | null,
  ): Promise<string[]> {
    return tx.column<string>({
      name: 'endings_move_urls',
      text: `update post_urls set post_id = $2
             where post_id = $1 and ($3::text[] is null or normalised = any($3)) returning normalised`,
      values: [from, to, only],
    });
  }

  /**
   * Redirects posts that were merged into one post to another one.
   * @returns the ids of those posts; `only` limits them, and null redirects all
   */
  async redirect(
    tx: Tx,
    from: string,
    to: string,
    only: readonly string[] | null,
  ): Promise<string[]> {
    return tx.column<string>({
      name: 'endings_redirect',
      text: `update posts set merged_into = $2
             where merged_into = $1 and ($3::uuid[] is null or id = any($3)) returning id`,
      values: [from, to, only],
    });
  }

  /**
   * Releases a URL of a deleted post.
   * @returns the deleted posts with any of the names, and posts merged into a deleted one
   */
  async release(
    tx: Tx,
    names: PageName & { slug: string | null },
  ): Promise<{ id: string; slug: string; key: string | null }[]> {
    return tx.query({
      name: 'endings_release',
      text: `with deleted as (
               select p.id, p.slug, p.key from posts p left join posts target on target.id = p.merged_into
               where p.gone_at is not null and (target.id is null or target.gone_at is not null) and (
                 p.slug = $1 or p.key = $2 or p.id = any(array(
                   select post_id from post_urls where ${spelledSql('normalised')} = any($3::text[]))))
             ), urls as (
               delete from post_urls u using deleted d
               where u.post_id = d.id and ${spelledSql('u.normalised')} = any($3::text[])
             )
             select * from deleted`,
      values: [names.slug, names.key, pageAddress(names.url).spellings],
    });
  }
}
