import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import { type PageAddress, pageAddress, spelledSql } from './page-address.sql.js';

/** The URLs of posts on the host site. */
@Injectable()
export class PostUrlsRepository {
  /** Locks a URL in all its spellings until the end of the transaction. */
  async lock(tx: Tx, { spellings }: PageAddress): Promise<void> {
    await tx.query({
      text: `select pg_advisory_xact_lock(hashtextextended('post_urls ' || $1, 0))`,
      values: [spellings[0]],
    });
  }

  /**
   * Adds a URL to a post, unless another post has it. If another post has the same URL in another
   * spelling, both are marked as alike.
   * @returns the id of the post that has the URL now
   */
  async claim(tx: Tx, postId: string, url: string): Promise<string> {
    const { exact, spellings } = pageAddress(url);
    await this.lock(tx, { exact, spellings });
    const [{ owner }] = await tx.query<{ owner: string }>({
      text: `with others as (
               update post_urls set alike = $4
               where ${spelledSql('normalised')} = any($5::text[]) and post_id <> $2 and normalised <> $1
               returning 1
             )
             insert into post_urls as had (normalised, post_id, url, alike)
             values ($1, $2, $3, case when exists (select from others) then $4 end)
             on conflict (normalised) do update set post_id = had.post_id returning post_id as owner`,
      values: [exact, postId, url, spellings[0], spellings],
    });
    return owner;
  }

  async remove(tx: Tx, postId: string, normalised: string): Promise<void> {
    await tx.query({
      text: 'delete from post_urls where normalised = $1 and post_id = $2',
      values: [normalised, postId],
    });
  }

  async has(tx: Tx, postId: string, normalised: string): Promise<boolean> {
    const rows = await tx.query({
      text: 'select 1 from post_urls where normalised = $1 and post_id = $2',
      values: [normalised, postId],
    });
    return rows.length === 1;
  }
}
