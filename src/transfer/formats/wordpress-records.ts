import { undoDoubleEscape } from '../markdown/double-escape.js';
import { type FieldCapture, MAX_FIELD } from '../xml/field-capture.js';
import { htmlToMarkdown } from '../markdown/html-to-markdown.js';
import { parseDate, parseFeedDate } from './import-dates.js';
import type { FoundComment, FoundPage, ImportedState, SkipReason } from './import-records.js';
import { webAddress } from '../markdown/imported-address.js';
import { digest, faultOfContent, importedAuthor, madeUpId, MAX_HTML } from './imported-comment.js';
import { importedLine } from '../markdown/imported-text.js';
import { breakLines } from '../markdown/wordpress-lines.js';

/** Of `wp:` in an item. */
export const ITEM_FIELDS: ReadonlySet<string> = new Set([
  'post_id',
  'post_date',
  'post_date_gmt',
  'post_password',
  'status',
  'comment_status',
]);

/** Of `wp:` in a comment, with their limits. `comment_author_IP` is not read at all. */
export const COMMENT_FIELDS: ReadonlyMap<string, number> = new Map([
  ['comment_content', MAX_HTML],
  ['comment_id', MAX_FIELD],
  ['comment_author', MAX_FIELD],
  ['comment_author_email', MAX_FIELD],
  ['comment_author_url', MAX_FIELD],
  ['comment_date', MAX_FIELD],
  ['comment_date_gmt', MAX_FIELD],
  ['comment_approved', MAX_FIELD],
  ['comment_type', MAX_FIELD],
  ['comment_parent', MAX_FIELD],
  ['comment_user_id', MAX_FIELD],
]);

const NOT_PUBLIC = new Set(['private', 'draft', 'pending', 'future', 'auto-draft', 'trash']);

/** WooCommerce keeps order notes and reviews as comments; a review is a reader's. */
const READERS_TYPES = new Set(['', 'comment', 'review']);

/** The page of an item. */
export function toPage(fields: FieldCapture): FoundPage {
  const title = importedLine(fields.get('title'), 500);
  const url = webAddress(fields.get('link')) ?? webAddress(fields.get('guid'));
  return {
    foreignId: fields.get('post_id') || `page:${digest(url ?? title)}`,
    key: fields.get('thread_identifier') || null,
    url,
    title,
    createdAt:
      parseDate(fields.get('post_date_gmt')) ??
      parseDate(fields.get('post_date')) ??
      parseFeedDate(fields.get('pubDate')),
    closed: fields.get('comment_status') === 'closed',
    skip: reasonToSkipPage(fields),
  };
}

/** A comment of `page`; null when it stands outside every item. */
export function toComment(
  fields: FieldCapture,
  line: number,
  page: FoundPage | null,
): FoundComment {
  const html = fields.get('comment_content');
  const wasCut = fields.wasCut('comment_content');
  const createdAt =
    parseDate(fields.get('comment_date_gmt')) ?? parseDate(fields.get('comment_date'));
  const state = stateOf(fields.get('comment_approved').toLowerCase());
  const base = page?.url ?? null;
  const body = wasCut ? '' : htmlToMarkdown(breakLines(undoDoubleEscape(html)), base);
  const userId = fields.get('comment_user_id');
  const author = importedAuthor({
    name: fields.get('comment_author'),
    email: fields.get('comment_author_email'),
    url: fields.get('comment_author_url'),
    account: /^[1-9]\d*$/.test(userId) ? userId : null,
    username: null,
  });
  const parent = fields.get('comment_parent');
  return {
    foreignId:
      fields.get('comment_id') || madeUpId(fields.get('comment_date'), author.foreignKey, html),
    pageForeignId: page?.foreignId ?? '',
    parentForeignId: /^0*$/.test(parent) ? null : parent,
    author,
    body,
    createdAt,
    state,
    line,
    skip:
      kindToSkip(fields.get('comment_type').toLowerCase()) ??
      faultOfContent({ body, createdAt }, state, wasCut),
  };
}

function kindToSkip(type: string): SkipReason | null {
  if (type === 'pingback' || type === 'trackback') return type;
  return READERS_TYPES.has(type) ? null : 'not_a_comment';
}

function reasonToSkipPage(fields: FieldCapture): SkipReason | null {
  if (fields.get('post_password') !== '') return 'password_protected';
  return NOT_PUBLIC.has(fields.get('status')) ? 'not_public' : null;
}

/** What is not known to be approved waits for a moderator. */
function stateOf(approved: string): ImportedState {
  if (approved === '1' || approved === 'approve' || approved === 'approved') return 'published';
  if (approved === 'spam') return 'spam';
  return approved === 'trash' || approved === 'post-trashed' ? 'deleted' : 'held';
}
