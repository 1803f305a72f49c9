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
  /** Over `c`, the comment, and `u`, its author; a function where it shows more than these. */
  sql: string | ((readable: string) => string);
  /** How it becomes JSON text; a `word` is a string without anything to escape. */
  json: 'word' | 'number' | 'flag' | 'text' | 'json';
  nullable?: true;
  /** When it is not null, or what `otherwise` says. */
  only?: 'readable' | 'scored';
  otherwise?: string;
  /** The same as text, where that is cheaper than JSON. */
  pieces?: readonly Piece[];
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
  { name: 'author', sql: userSql('u'), json: 'json', only: 'readable', pieces: userPieces('u') },
  { name: 'body', sql: 'c.body', json: 'text', only: 'readable' },
  { name: 'html', sql: 'c.html', json: 'text', only: 'readable' },
  {
    name: 'editedAt',
    sql: instantSql('c.edited_at'),
    json: 'word',
    nullable: true,
    only: 'readable',
  },
  { name: 'revision', sql: 'c.post_revision', json: 'number', only: 'readable' },
  { name: 'anchor', sql: 'c.anchor', json: 'json', nullable: true, only: 'readable' },
  { name: 'quotes', sql: quotesSql, json: 'json', only: 'readable', otherwise: '[]' },
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
  return FIELDS.map((field) => {
    const { name, only, otherwise } = field;
    const sql = sqlOf(field, readable);
    const value = only
      ? `case when ${conditions[only]} then ${sql}${otherwise ? ` else '${otherwise}'` : ''} end`
      : sql;
    return `${value} as "${name}"`;
  }).join(', ');
}

/**
 * A comment as JSON text: for pages, where building text costs half of what building JSON costs. One
 * `concat` takes all of it, since each that stands in another copies the texts once more.
 *
 * @param more SQL of the value of its last member
 */
export function commentText(readable: string, scoresShown: string, more: string): string {
  const conditions = conditionsOf(readable, scoresShown);
  const [always, whenReadable, whenScored] = [undefined, 'readable', 'scored'].map((only) =>
    FIELDS.filter((field) => field.only === only),
  );
  const membersOf = (fields: readonly Field[]) =>
    fields.flatMap((field) => memberOf(field, readable));
  const nulls = (fields: readonly Field[]) =>
    fields.map(({ name, otherwise = 'null' }) => `"${name}":${otherwise},`).join('');
  const scores = `case when ${conditions.scored} then ${concatSql(membersOf(whenScored))}
    else '${nulls(whenScored)}' end`;
  const around = (pieces: readonly Piece[]) =>
    concatSql([
      { text: '{' },
      ...membersOf(always),
      ...pieces,
      { text: '"moreReplies":' },
      { sql: more },
      { text: '}' },
    ]);
  return `case when ${readable} then ${around([...membersOf(whenReadable), { sql: scores }])}
    else ${around([{ text: nulls([...whenReadable, ...whenScored]) }])} end`;
}

function conditionsOf(readable: string, scoresShown: string) {
  return { readable, scored: `${readable} and ${scoresShown}` };
}

/** Of a text: what stands there as it is, or SQL whose value does. */
type Piece = { text: string } | { sql: string };

function concatSql(pieces: readonly Piece[]): string {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && 'text' in last && 'text' in piece) last.text += piece.text;
    else merged.push({ ...piece });
  }
  return `concat(${merged.map((piece) => ('text' in piece ? `'${piece.text}'` : piece.sql)).join(', ')})`;
}

function memberOf(field: Field, readable: string): Piece[] {
  return [{ text: `"${field.name}":` }, ...valueOf(field, readable), { text: ',' }];
}

function sqlOf({ sql }: Field, readable: string): string {
  return typeof sql === 'string' ? sql : sql(readable);
}

function valueOf(field: Field, readable: string): Piece[] {
  const { json, nullable, pieces } = field;
  if (pieces) return [...pieces];
  const sql = sqlOf(field, readable);
  if (json === 'word') {
    return nullable
      ? [{ sql: `coalesce('"' || ${sql} || '"', 'null')` }]
      : [{ text: '"' }, { sql }, { text: '"' }];
  }
  if (json === 'flag') return [{ sql: `${sql}::text` }];
  const value = json === 'text' ? `to_json(${sql})` : sql;
  return [{ sql: nullable ? `coalesce((${value})::text, 'null')` : value }];
}

/** A user or an author, as JSON; `u` is the alias of the row. */
export function userSql(u: string): string {
  return `json_build_object('id', ${u}.id, 'username', ${u}.username, 'displayName', ${u}.display_name,
      'avatarUrl', ${u}.avatar_url, 'role', ${u}.role, 'kind', ${u}.kind)`;
}

/** The same as JSON text. User names hold nothing that would have to be escaped. */
function userPieces(u: string): Piece[] {
  return [
    { text: '{"id":"' },
    { sql: `${u}.id` },
    { text: '","username":' },
    { sql: `coalesce('"' || ${u}.username || '"', 'null')` },
    { text: ',"displayName":' },
    { sql: `to_json(${u}.display_name)` },
    { text: ',"avatarUrl":' },
    { sql: `coalesce(to_json(${u}.avatar_url)::text, 'null')` },
    { text: ',"role":"' },
    { sql: `${u}.role` },
    { text: '","kind":"' },
    { sql: `${u}.kind` },
    { text: '"}' },
  ];
}

/**
 * The quotes of a comment, each read from its source as the viewer sees that now: the predicate is
 * over the alias `c`, which inside is the source. A version ends where a later one replaced its text;
 * what was replaced without a mark is shown to nobody.
 */
export function quotesSql(readable: string): string {
  return `case when c.quotes is null then '[]'::json else (
    select json_agg(json_build_object(
      'commentId', q.quote->'commentId', 'version', q.quote->'version',
      'start', q.quote->'start', 'end', q.quote->'end',
      'state', case when s.author is null then 'removed' when s.edited then 'edited' else 'current' end,
      'author', s.author,
      'text', substr(s.body, (q.quote->>'start')::integer + 1,
        (q.quote->>'end')::integer - (q.quote->>'start')::integer)) order by q.place)
    from jsonb_array_elements(c.quotes) with ordinality as q (quote, place)
      left join lateral (
        select r.version is not null as edited, ${userSql('a')} as author,
          case when r.version is null then c.body when r.marked then r.body end as body
        from comments c join users a on a.id = c.author_id
          left join lateral (
            select version, marked, body from comment_revisions
            where comment_id = c.id and version >= (q.quote->>'version')::integer
            order by version limit 1
          ) r on true
        where c.id = (q.quote->>'commentId')::uuid and ${readable}
      ) s on true) end`;
}

/**
 * The bytes of what a comment says, its quotes and its passage with it; of the texts it reads no more
 * than their lengths. Of a quote it is the most that so many characters can have.
 */
export function textBytesSql(c: string): string {
  return `octet_length(${c}.body) + octet_length(${c}.html) + coalesce(octet_length(${c}.anchor::text), 0)
          + case when ${c}.quotes is null then 0 else (
            select 4 * sum((q->>'end')::integer - (q->>'start')::integer)::integer from jsonb_array_elements(${c}.quotes) q) end`;
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
