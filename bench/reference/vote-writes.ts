import type { RawStatement } from './raw-statement.js';

export interface VoteSource {
  postId: string;
  voterIds: readonly string[];
  commentIds: readonly string[];
}

const TEXT = `insert into votes (comment_id, user_id, post_id, value) values ($1, $2, $3, $4)
  on conflict (comment_id, user_id) do update set value = excluded.value`;

/** Single vote rows, without counts, sort keys or checks. Each statement changes its row. */
export function voteWrites({ postId, voterIds, commentIds }: VoteSource): () => RawStatement {
  const pairs = voterIds.length * commentIds.length;
  let at = 0;
  return () => {
    const nth = at % commentIds.length;
    const comment = commentIds[nth];
    const voter = voterIds[(nth + Math.floor(at / commentIds.length)) % voterIds.length];
    const value = Math.floor(at / pairs) % 2 ? -1 : 1;
    at += 1;
    return { name: 'raw_vote', text: TEXT, values: [comment, voter, postId, value] };
  };
}
