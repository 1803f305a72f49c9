/** Rows that belong to comments of the account `$1`, by any author of the rows. */
export function ofOwnComments(commentId: string): string {
  return `${commentId} in (select id from comments where author_id = $1)`;
}
