import type { SingleCommentView } from './comments.dto.js';

/** An instant in the one format of the API. */
export function instantSql(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The columns that `commentColumns` reads, for the CTEs of a page. */
export const PAGE_COLUMNS = `id, parent_id, depth, author_id, status, version, reply_count, upvotes, downvotes,
  created_at, edited_at, removed_by, removal_reason, body, html`;

/** Whether the scores of a comment are shown; statements that have its post at hand say it shorter. */
const SCORES_SHOWN = `exists (
  select 1 from posts where posts.id = c.post_id and posts.scores_hidden_until is null)`;

/**
 * The one shape of a comment, as the select list of a row that becomes JSON. `c` is the comment and
 * `u` its author, joined only where `readable` holds; a tombstone says by whom and why, and nothing
 * else. Scores are null where they are hidden, for everyone.
 */
export function commentColumns(readable: string, scoresShown = SCORES_SHOWN): string {
  const scored = `${readable} and ${scoresShown}`;
  return `c.id, c.parent_id as "parentId", c.depth,
    case when ${readable} then ${userSql('u')} end as author,
    case when ${readable} then c.body end as body,
    case when ${readable} then c.html end as html,
    c.status, ${instantSql('c.created_at')} as "createdAt",
    case when ${readable} then ${instantSql('c.edited_at')} end as "editedAt", c.version,
    ${removalSql()} as removal,
    case when ${scored} then c.upvotes - c.downvotes end as score,
    case when ${scored} then c.upvotes end as upvotes,
    case when ${scored} then c.downvotes end as downvotes,
    c.reply_count as "replyCount"`;
}

/** A user or an author, as JSON; `u` is the alias of the row. */
export function userSql(u: string): string {
  return `json_build_object('id', ${u}.id, 'username', ${u}.username, 'displayName', ${u}.display_name,
      'avatarUrl', ${u}.avatar_url, 'role', ${u}.role, 'kind', ${u}.kind)`;
}

/** By whom a tombstone was made, and the reason's code. */
export function removalSql(): string {
  return `case when c.removed_by is not null
    then json_build_object('by', c.removed_by, 'reason', c.removal_reason) end`;
}

/** The replies of a row that is shown without them. */
export const ALL_MORE = `case when c.reply_count > 0
  then json_build_object('count', c.reply_count, 'cursor', null) end`;

/** The same of a comment outside a page; see `SingleCommentRow`. */
export function singleCommentColumns(readable: string): string {
  return `${commentColumns(readable)}, ${ALL_MORE} as "moreReplies", c.post_id as "postId",
    case when c.status = 'held' and ${readable} then c.hold end as hold`;
}

/** A comment as `singleCommentColumns` reads it. */
export type SingleCommentRow = Omit<SingleCommentView, 'hold'> & {
  hold: SingleCommentView['hold'] | null;
};

/** Only a held comment says that it is held. */
export function toSingleView({ hold, ...comment }: SingleCommentRow): SingleCommentView {
  return hold ? { ...comment, hold } : comment;
}
