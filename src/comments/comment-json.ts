import type { SingleCommentView } from './comments.dto.js';

/** An instant in the one format of the API. */
export function instantSql(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Whether the scores of a comment are shown; statements that have its post at hand say it shorter. */
const SCORES_SHOWN = `exists (
  select 1 from posts where posts.id = c.post_id and posts.scores_hidden_until is null)`;

/** One member of a comment. */
interface Field {
  name: string;
  /** Over `c`, the comment, and `u`, its author. */
  sql: string;
  /** How it becomes JSON text; a `word` is a string without anything to escape. */
  json: 'word' | 'number' | 'flag' | 'text' | 'json';
  nullable?: true;
  /** When it is not null. */
  only?: 'readable' | 'scored';
  /** The same as text, where that is cheaper than JSON. */
  text?: string;
}

/** The one shape of a comment. A tombstone says by whom and why, and nothing else. */
const FIELDS: readonly Field[] = [
  { name: 'id', sql: 'c.id', json: 'word' },
  { name: 'parentId', sql: 'c.parent_id', json: 'word', nullable: true },
  { name: 'depth', sql: 'c.depth', json: 'number' },
  { name: 'status', sql: 'c.status', json: 'word' },
  { name: 'createdAt', sql: instantSql('c.created_at'), json: 'word' },
  { name: 'version', sql: 'c.version', json: 'number' },
  { name: 'removal', sql: removalSql(), json: 'json', nullable: true },
  { name: 'replyCount', sql: 'c.reply_count', json: 'number' },
  { name: 'pinned', sql: `(c.pinned and c.status = 'published')`, json: 'flag' },
  { name: 'featured', sql: `(c.featured and c.status = 'published')`, json: 'flag' },
  { name: 'locked', sql: '(c.lock_count > 0)', json: 'flag' },
  { name: 'author', sql: userSql('u'), json: 'json', only: 'readable', text: userText('u') },
  { name: 'body', sql: 'c.body', json: 'text', only: 'readable' },
  { name: 'html', sql: 'c.html', json: 'text', only: 'readable' },
  {
    name: 'editedAt',
    sql: instantSql('c.edited_at'),
    json: 'word',
    nullable: true,
    only: 'readable',
  },
  { name: 'score', sql: 'c.upvotes - c.downvotes', json: 'number', only: 'scored' },
  { name: 'upvotes', sql: 'c.upvotes', json: 'number', only: 'scored' },
  { name: 'downvotes', sql: 'c.downvotes', json: 'number', only: 'scored' },
];

/**
 * A comment as a select list. `u` is joined only where `readable` holds. Scores are null where they
 * are hidden, for everyone.
 */
export function commentColumns(readable: string, scoresShown = SCORES_SHOWN): string {
  const conditions = conditionsOf(readable, scoresShown);
  return FIELDS.map(({ name, sql, only }) => {
    const value = only ? `case when ${conditions[only]} then ${sql} end` : sql;
    return `${value} as "${name}"`;
  }).join(', ');
}

/**
 * The members of a comment as JSON text, without its braces: for pages, where building text costs
 * half of what building JSON costs.
 */
export function commentMembers(readable: string, scoresShown: string): string {
  const conditions = conditionsOf(readable, scoresShown);
  const always = FIELDS.filter(({ only }) => !only);
  const groups = (['readable', 'scored'] as const).map((only) => {
    const fields = FIELDS.filter((field) => field.only === only);
    const nulls = fields.map(({ name }) => `,"${name}":null`).join('');
    return `case when ${conditions[only]} then concat(${membersOf(fields, ',')}) else '${nulls}' end`;
  });
  return `concat(${membersOf(always, '')}, ${groups.join(', ')})`;
}

function conditionsOf(readable: string, scoresShown: string) {
  return { readable, scored: `${readable} and ${scoresShown}` };
}

/** @param first what goes before the first member; the others follow a comma */
function membersOf(fields: readonly Field[], first: ',' | ''): string {
  return fields
    .map((field, at) => `'${at === 0 ? first : ','}"${field.name}":', ${valueOf(field)}`)
    .join(', ');
}

function valueOf({ sql, json, nullable, text }: Field): string {
  if (text) return text;
  if (json === 'word')
    return nullable ? `coalesce('"' || ${sql} || '"', 'null')` : `'"', ${sql}, '"'`;
  if (json === 'flag') return `${sql}::text`;
  const value = json === 'text' ? `to_json(${sql})` : sql;
  return nullable ? `coalesce((${value})::text, 'null')` : value;
}

/** A user or an author, as JSON; `u` is the alias of the row. */
export function userSql(u: string): string {
  return `json_build_object('id', ${u}.id, 'username', ${u}.username, 'displayName', ${u}.display_name,
      'avatarUrl', ${u}.avatar_url, 'role', ${u}.role, 'kind', ${u}.kind)`;
}

/** The same as JSON text. User names hold nothing that would have to be escaped. */
function userText(u: string): string {
  return `concat('{"id":"', ${u}.id, '","username":', coalesce('"' || ${u}.username || '"', 'null'),
    ',"displayName":', to_json(${u}.display_name),
    ',"avatarUrl":', coalesce(to_json(${u}.avatar_url)::text, 'null'),
    ',"role":"', ${u}.role, '","kind":"', ${u}.kind, '"}')`;
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
