import type { Random } from './random.js';
import { AUTHORS, type ThreadShape } from './thread-shape.js';

/** The columns that `voteRows` writes, in order. */
export const VOTE_COLUMNS = 'comment_id, user_id, post_id, value';

const CHUNK_CHARACTERS = 64 * 1024;

export interface VoteSource {
  shape: ThreadShape;
  random: Random;
  postId: string;
  authorIds: readonly string[];
  /** Of the comments. */
  ids: readonly string[];
}

/** The votes that match the comments' counts, in the text format of `COPY`, in chunks. */
export function* voteRows({
  shape,
  random,
  postId,
  authorIds,
  ids,
}: VoteSource): Generator<string> {
  let chunk = '';
  for (const [at, id] of ids.entries()) {
    const votes = shape.upvotes[at] + shape.downvotes[at];
    // Everyone but the author, from a random start, each once.
    const first = random.integer(AUTHORS - 1);
    for (let nth = 0; nth < votes; nth++) {
      const voter = (shape.author[at] + 1 + ((first + nth) % (AUTHORS - 1))) % AUTHORS;
      const value = nth < shape.upvotes[at] ? 1 : -1;
      chunk += `${id}\t${authorIds[voter]}\t${postId}\t${value}\n`;
    }
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}
