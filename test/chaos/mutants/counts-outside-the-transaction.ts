import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CommentWriterRepository,
  type DraftRow,
  type WriteOutcome,
} from '../../../src/comments/writing/comment-writer.repository.js';
import { Database, type Queryable, type Statement } from '../../../src/database/database.js';

/** Delay between the commit and the count, as in a background job. */
const LATER_MS = 150;

/** Writes comments, and counts them in a separate statement. */
@Injectable()
export class CountsOutsideTheTransaction extends CommentWriterRepository {
  constructor(@Inject(Database) private readonly counts: Database) {
    super(counts);
  }

  override async write(drafts: readonly DraftRow[]): Promise<WriteOutcome[]> {
    let written: string[] = [];
    const execute = <Row>(statement: Statement) =>
      this.counts.transaction(async (tx) => {
        const rows = await tx.query<Row>(statement);
        written = postsOf(drafts, rows as unknown as WriteOutcome[]);
        await count(tx, written, -1);
        return rows;
      });
    const uncounted = Object.assign(Object.create(this.counts) as Database, { execute });
    const outcomes = await new CommentWriterRepository(uncounted).write(drafts);
    await delay(LATER_MS);
    await count(this.counts, written, 1).catch(() => undefined);
    return outcomes;
  }
}

/** The post of each comment that was published. */
function postsOf(drafts: readonly DraftRow[], outcomes: readonly WriteOutcome[]): string[] {
  return drafts
    .filter((_, at) => outcomes[at].outcome === 'write' && outcomes[at].status === 201)
    .map(({ postId }) => postId);
}

async function count(on: Queryable, posts: readonly string[], sign: 1 | -1): Promise<void> {
  await on.query({
    text: `update post_heads h set comment_count = h.comment_count + $2 * n.comments
           from (select post_id, count(*)::int as comments from unnest($1::uuid[]) as p (post_id) group by post_id) n
           where n.post_id = h.post_id`,
    values: [posts, sign],
  });
}
