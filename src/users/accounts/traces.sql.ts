/**
 * The columns by which rows refer to the account that created them, or to an account that was
 * reported.
 */
const TRACES = [
  ['comments', 'author_id'],
  ['votes', 'user_id'],
  ['comment_flags', 'user_id'],
  ['user_flags', 'user_id'],
  ['user_flags', 'target_id'],
  ['statements', 'user_id'],
];
/** The same for staff and authors of articles, and for decisions on an account. */
const MORE_TRACES = [
  ['posts', 'author_id'],
  ['post_updates', 'author_id'],
  ['post_revisions', 'editor_id'],
  ['comment_notes', 'author_id'],
  ['decisions', 'user_id'],
  ['decisions', 'moderator_id'],
  ['bulk_jobs', 'moderator_id'],
];

const noneIn = (u: string, places: readonly string[][]) =>
  places
    .map(([table, column]) => `not exists (select from ${table} x where x.${column} = ${u}.id)`)
    .join(' and ');

/**
 * Condition: the account has done nothing as a reader, and has no report.
 * @param u the alias of the account
 */
export function leftNothing(u: string): string {
  return noneIn(u, TRACES);
}

/** Condition: no row refers to the account. */
export function isUnused(u: string): string {
  return noneIn(u, [...TRACES, ...MORE_TRACES]);
}
