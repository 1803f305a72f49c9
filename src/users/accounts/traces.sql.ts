/** Where an account writes itself down with what it does, and where others report it. */
const TRACES = [
  ['comments', 'author_id'],
  ['votes', 'user_id'],
  ['comment_flags', 'user_id'],
  ['user_flags', 'user_id'],
  ['user_flags', 'target_id'],
  ['statements', 'user_id'],
];
/** The same of staff and of authors of articles, and what was decided on an account. */
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
 * That nothing is there that an account has done as a reader, and no report of it.
 * @param u the alias of the account
 */
export function leftNothing(u: string): string {
  return noneIn(u, TRACES);
}

/** That nothing refers to an account at all, whatever it was. */
export function isUnused(u: string): string {
  return noneIn(u, [...TRACES, ...MORE_TRACES]);
}
