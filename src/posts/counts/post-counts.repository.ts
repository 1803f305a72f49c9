import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { pageAddress, postAtSql } from '../shape/page-address.sql.js';

/** A URL contains no space. */
const AT_ADDRESS = postAtSql({
  exact: 'value',
  spellings: "string_to_array(spellings, ' ')",
  key: 'null',
});

/** A post by one of its names. */
export interface PostName {
  by: 'key' | 'url' | 'slug' | 'id';
  /** For a URL the normal form; null if no post can have it. */
  value: string | null;
}

export interface PostCount {
  postId: string | null;
  commentCount: number;
}

@Injectable()
export class PostCountsRepository {
  constructor(private readonly database: Database) {}

  /** The result has the order of the names. Each is one index lookup. */
  async list(names: readonly PostName[]): Promise<PostCount[]> {
    return this.database.query<PostCount>({
      name: 'posts_counts',
      text: `select h.post_id as "postId", coalesce(h.comment_count, 0) as "commentCount"
             from unnest($1::text[], $2::text[], $3::text[]) with ordinality
                 as asked (by, value, spellings, place)
               left join lateral (
                 select coalesce(merged_into, id) as id from posts where by = 'key' and key = value
                 union all
                 select id from (${AT_ADDRESS}) as at (id) where by = 'url'
                 union all
                 select coalesce(merged_into, id) as id from posts where by = 'slug' and slug = value
                 union all
                 select coalesce(merged_into, id) as id from posts
                 where by = 'id' and id = (case when by = 'id' then value end)::uuid
               ) named on true
               left join posts p on p.id = named.id and p.gone_at is null
               left join post_heads h on h.post_id = p.id
             order by place`,
      values: [
        names.map(({ by }) => by),
        names.map(({ value }) => value),
        names.map(({ by, value }) => (by === 'url' ? pageAddress(value).spellings.join(' ') : '')),
      ],
    });
  }
}
