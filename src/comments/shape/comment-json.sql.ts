import { concatSql, instantSql, type Piece } from '../../database/json-text.js';
import { publicUserSql, userPieces } from '../../users/accounts/user-json.sql.js';
import type { CommentView } from './comments.dto.js';

/**
 * Whether the scores of a comment are shown. Statements that already join its post use a shorter
 * form.
 */
const SCORES_SHOWN = `exists (
  select 1 from posts where posts.id = c.post_id and posts.scores_hidden_until is null)`;

/** The value of a field as JSON text; a word is a string that needs no escaping. */
type Value = readonly Piece[];

const plain = (sql: string): Value => [{ sql }];
const flag = (sql: string): Value => plain(`${sql}::text`);
const text = (sql: string): Value => plain(`to_json(${sql})`);
const word = (sql: string): Value => [{ text: '"' }, { sql }, { text: '"' }];
const wordOrNull = (sql: string): Value => plain(`coalesce('"' || ${sql} || '"', 'null')`);
const jsonOrNull = (sql: string): Value => plain(`coalesce((${sql})::text, 'null')`);

/** One field of the JSON of a comment. */
interface Field {
  /**
   * SQL over `c`, the comment, and `u`, its author; a function if it depends on more than these.
   */
  value: Value | ((readable: string) => Value);
  /** The condition for showing its value; otherwise the field is null or `otherwise`. */
  only?: 'readable' | 'scored';
  otherwise?: string;
}

/** An erased author is null. */
function authorSql(): string {
  return `case when u.kind = 'erased' then 'null' else ${concatSql(userPieces('u'))} end`;
}

/**
 * The JSON of a comment, the same in all responses. A tombstone contains only who removed it and
 * why.
 */
const FIELDS: Readonly<Record<Exclude<keyof CommentView, 'moreReplies'>, Field>> = {
  id: { value: word('c.id') },
  parentId: { value: wordOrNull('c.parent_id') },
  depth: { value: plain('c.depth') },
  status: { value: word('c.status') },
  createdAt: { value: word(instantSql('c.created_at')) },
  version: { value: plain('c.version') },
  removal: {
    value: jsonOrNull(`case when c.removed_by is not null
      then json_build_object('by', c.removed_by, 'reason', c.removal_reason) end`),
  },
  replyCount: { value: plain('c.reply_count') },
  pinned: { value: flag(`(c.pinned and c.status = 'published')`) },
  featured: { value: flag(`(c.featured and c.status = 'published')`) },
  locked: { value: flag('(c.lock_count > 0)') },
  author: { only: 'readable', value: [{ sql: authorSql() }] },
  body: { only: 'readable', value: text('c.body') },
  html: { only: 'readable', value: text('c.html') },
  editedAt: { only: 'readable', value: wordOrNull(instantSql('c.edited_at')) },
  revision: { only: 'readable', value: plain('c.post_revision') },
  anchor: { only: 'readable', value: jsonOrNull('c.anchor') },
  quotes: {
    only: 'readable',
    otherwise: '[]',
    value: (readable) => plain(quotesSql(readable)),
  },
  score: { only: 'scored', value: plain('c.upvotes - c.downvotes') },
  upvotes: { only: 'scored', value: plain('c.upvotes') },
  downvotes: { only: 'scored', value: plain('c.downvotes') },
};

/**
 * A comment as JSON text, which costs half as much as building JSON. `u` is joined only where
 * `readable` holds. Scores are null where they are hidden, for everyone.
 *
 * @param moreReplies see `moreRepliesSql`
 * @param outside the additional members of a comment outside a page
 */
export function commentText(
  readable: string,
  scoresShown: string,
  moreReplies: string,
  outside: readonly Piece[] = [],
): string {
  const fieldsOf = (only?: Field['only']) =>
    Object.entries(FIELDS).filter(([, field]) => field.only === only);
  const members = (only?: Field['only']) =>
    fieldsOf(only).flatMap(([name, { value }]) => [
      { text: `"${name}":` },
      ...(typeof value === 'function' ? value(readable) : value),
      { text: ',' },
    ]);
  const nulls = (only: Field['only']) =>
    fieldsOf(only)
      .map(([name, { otherwise = 'null' }]) => `"${name}":${otherwise},`)
      .join('');
  const scores = `case when ${readable} and ${scoresShown} then ${concatSql(members('scored'))}
    else '${nulls('scored')}' end`;
  const around = (pieces: readonly Piece[]) =>
    concatSql([
      { text: '{' },
      ...members(),
      ...pieces,
      { text: '"moreReplies":' },
      { sql: moreReplies },
      ...outside,
      { text: '}' },
    ]);
  return `case when ${readable} then ${around([...members('readable'), { sql: scores }])}
    else ${around([{ text: nulls('readable') + nulls('scored') }])} end`;
}

/** A comment outside a page, as JSON text. The status is included only for a held comment. */
export function singleCommentText(readable: string, scoresShown = SCORES_SHOWN): string {
  return commentText(readable, scoresShown, moreRepliesSql('c.reply_count'), [
    { text: ',"postId":' },
    ...word('c.post_id'),
    { sql: `case when c.status = 'held' and ${readable} then ',"hold":' || c.hold::text end` },
  ]);
}

/**
 * The number of replies that are not shown, and their cursor, as JSON text.
 * @param cursor the position where they start; null starts at the first
 */
export function moreRepliesSql(count: string, cursor = 'null'): string {
  return `case when ${count} > 0 then concat(
    '{"count":', ${count}, ',"cursor":', coalesce('"' || ${cursor} || '"', 'null'), '}') else 'null' end`;
}

/**
 * The quotes of a comment, each read from the current state of its source as the viewer may see it.
 * Inside, the alias `c` of the predicate is the source. A version ends where a later one replaced
 * its text. A text that an unmarked edit replaced is shown to nobody. A source in another post is
 * not shown either, if one of the two comments was moved: readers of this post would not be
 * notified when it is removed.
 */
function quotesSql(readable: string): string {
  return `case when c.quotes is null then '[]'::json else (
    select json_agg(json_build_object(
      'commentId', q.quote->'commentId', 'version', q.quote->'version',
      'start', q.quote->'start', 'end', q.quote->'end',
      'state', case when s.edited is null then 'removed' when s.edited then 'edited' else 'current' end,
      'author', s.author,
      'text', substr(s.body, (q.quote->>'start')::integer + 1,
        (q.quote->>'end')::integer - (q.quote->>'start')::integer)) order by q.place)
    from (select c.post_id) as here, jsonb_array_elements(c.quotes) with ordinality as q (quote, place)
      left join lateral (
        select r.version is not null as edited, ${publicUserSql('a')} as author,
          case when r.version is null then c.body when r.marked then r.body end as body
        from comments c join users a on a.id = c.author_id
          left join lateral (
            select version, marked, body from comment_revisions
            where comment_id = c.id and version >= (q.quote->>'version')::integer
            order by version limit 1
          ) r on true
        where c.id = (q.quote->>'commentId')::uuid and c.post_id = here.post_id and ${readable}
      ) s on true) end`;
}

/**
 * The size of a comment's text, quotes and passage in bytes, from their lengths only. A quote
 * counts as the maximum number of bytes that its characters can take.
 */
export function textBytesSql(c: string): string {
  return `octet_length(${c}.body) + octet_length(${c}.html) + coalesce(octet_length(${c}.anchor::text), 0)
          + case when ${c}.quotes is null then 0 else (
            select 4 * sum((q->>'end')::integer - (q->>'start')::integer)::integer from jsonb_array_elements(${c}.quotes) q) end`;
}
