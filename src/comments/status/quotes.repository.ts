import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import type { QuoteDto } from '../shape/quotes.dto.js';
import { PUBLICLY_READABLE } from '../shape/visibility.js';

/** The source of a quote. */
export interface QuoteSource {
  /** Whether it is published, in the same post. */
  found: boolean;
  /** The current version. */
  version: number | null;
  /**
   * The number of code points of the text in the quoted version; null if that text is not shown.
   */
  length: number | null;
}

@Injectable()
export class QuotesRepository {
  constructor(private readonly database: Database) {}

  /** The sources of quotes, in their order. */
  async findSources(
    postId: string,
    quotes: readonly QuoteDto[],
    from: Queryable = this.database,
  ): Promise<QuoteSource[]> {
    return from.query<QuoteSource>({
      name: 'quotes_sources',
      text: `select s.id is not null as found, s.version, s.length
             from jsonb_array_elements($2::jsonb) with ordinality as q (quote, place)
               left join lateral (
                 select c.id, c.version, char_length(
                   case when r.version is null then c.body when r.marked then r.body end) as length
                 from comments c left join lateral (
                   select version, marked, body from comment_revisions
                   where comment_id = c.id and version >= (q.quote->>'version')::integer
                   order by version limit 1
                 ) r on true
                 where c.id = (q.quote->>'commentId')::uuid and c.post_id = $1 and ${PUBLICLY_READABLE}
               ) s on true
             order by q.place`,
      values: [postId, JSON.stringify(quotes)],
    });
  }

  /** The published comments that quote one, in no order. */
  async listQuoting(tx: Tx, id: string, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>({
      name: 'quotes_quoting',
      text: `select id from comments
             where quotes is not null and status = 'published' and id <> $1
               and quotes @> jsonb_build_array(jsonb_build_object('commentId', $1::uuid::text))
             limit $2`,
      values: [id, limit],
    });
    return rows.map((row) => row.id);
  }
}
