import { newId } from '../../src/database/ids.js';
import type { TestDatabase } from './test-database.js';

/** A branch of a post: a chain of replies, one of which has many further replies. */
export interface LongBranch {
  /** From the root downwards. */
  chain: string[];
  /** The other replies to the comment in the middle of the chain, oldest first. */
  answers: string[];
}

/** Bypasses the API, which would need minutes. The texts are `Link n` and `Answer n`. */
export async function writeLongBranch(
  database: TestDatabase,
  post: string,
  author: string,
  length: number,
  answering: number,
): Promise<LongBranch> {
  const ids = Array.from({ length: length + answering }, newId);
  await database.query(
    `with given as (
       select id, n::integer - 1 as n from unnest($3::uuid[]) with ordinality as given (id, n)
     ), placed as (
       select id, n, case when n < $4 then n - 1 else $4 / 2 end as above from given
     )
     insert into comments (id, post_id, parent_id, root_id, depth, author_id, status, listed, reply_count,
       post_revision, renderer, created_at, published_at, body, html)
     select p.id, $1, a.id, ($3::uuid[])[1], p.above + 1, $2, 'published', true,
       case when p.n < $4 - 1 then 1 else 0 end + case when p.n = $4 / 2 then $5 else 0 end,
       1, 1, now(), now(), t.text, '<p>' || t.text || '</p>'
     from placed p left join given a on a.n = p.above
       cross join lateral (select case when p.n < $4 then 'Link ' || p.n else 'Answer ' || p.n - $4 end as text) t`,
    [post, author, ids, length, answering],
  );
  await database.query(
    'update post_heads set comment_count = comment_count + $2 where post_id = $1',
    [post, ids.length],
  );
  return { chain: ids.slice(0, length), answers: ids.slice(length) };
}
