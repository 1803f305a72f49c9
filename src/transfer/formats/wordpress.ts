import { undoDoubleEscape } from '../markdown/double-escape.js';
import { htmlToMarkdown } from '../markdown/html-to-markdown.js';
import { webAddress } from '../markdown/imported-address.js';
import { importedLine } from '../markdown/imported-text.js';
import { breakLines } from '../markdown/wordpress-lines.js';
import { FieldCapture } from '../xml/field-capture.js';
import { ImportFileFault } from '../xml/import-file.errors.js';
import type { XmlElement, XmlVisitor } from '../xml/xml-visitor.js';
import { checkRoot } from './export-formats.js';
import { parseDate } from './import-dates.js';
import type { FoundComment, FoundPage, ImportedState, SkipReason } from './import-records.js';
import { digest, importedComment, importedKey, MAX_HTML, shortId } from './imported-comment.js';

/**
 * `http://wordpress.org/export/1.2/`; with `--lenient` an undeclared prefix is used as its own
 * namespace.
 */
const WXR = /^(?:https?:\/\/(?:www\.)?wordpress\.org\/export\/\d[\d.]*\/?|wp)$/;

/** The dialect that Disqus imports names pages as Disqus does. */
const DISQUS_FIELDS = new Set(['thread_identifier']);
const RSS_FIELDS = new Set(['title', 'link', 'guid', 'pubDate']);

/** The fields `wp:` of an item. */
// oxfmt-ignore
const ITEM_FIELDS = new Set([
  'post_id', 'post_date', 'post_date_gmt', 'post_parent', 'post_password', 'status', 'comment_status',
]);

/** The fields `wp:` of a comment. `comment_author_IP` is not read at all. */
// oxfmt-ignore
const COMMENT_FIELDS = new Set([
  'comment_content', 'comment_id', 'comment_author', 'comment_author_email', 'comment_date',
  'comment_date_gmt', 'comment_approved', 'comment_type', 'comment_parent', 'comment_user_id',
]);

/**
 * The public states. Plugins use states of their own for unpublished items. An attachment inherits
 * the state of its item, and a file without states contains only public items, like a feed.
 */
const PUBLIC = new Set(['', 'publish', 'published', 'closed', 'inherit']);

/** The `wp:` fields of the channel that identify the site. */
const SITE_FIELDS = new Set(['base_blog_url', 'base_site_url']);

/** WooCommerce stores order notes and reviews as comments; a review is written by a reader. */
const READERS_TYPES = new Set(['', 'comment', 'review']);

interface OpenRecord {
  depth: number;
  line: number;
  fields: FieldCapture;
}

/** Reads a WordPress export (WXR 1.0 to 1.2): an RSS feed whose items contain their comments. */
export class WordpressParser implements XmlVisitor {
  readonly roots = ['rss'];
  readonly pages: FoundPage[] = [];
  readonly rows: FoundComment[] = [];
  private item: (OpenRecord & { comments: OpenRecord[] }) | null = null;
  private comment: OpenRecord | null = null;
  private readonly channel = new FieldCapture();
  private isWxr = false;
  private rootLine = 1;
  /** The URL of the first page with each id. */
  private readonly urls = new Map<string, string | null>();
  /** Why an item is not public, by id; null if it is. Attachments need the state of their item. */
  private readonly faults = new Map<string, SkipReason | null>();
  private readonly attachments: { page: FoundPage; parent: string }[] = [];

  get origin(): string | null {
    const addresses = ['base_blog_url', 'base_site_url', 'link'].map((name) =>
      webAddress(this.channel.get(name)),
    );
    return addresses.find((address) => address !== null) ?? null;
  }

  open(element: XmlElement): void {
    if (element.depth === 0) {
      checkRoot('wordpress', element);
      this.rootLine = element.line;
      this.isWxr = element.attributes.some(({ value }) => WXR.test(value));
    }
    this.isWxr ||= isWordpress(element);
    const record = this.comment ?? this.item;
    if (this.channel.isReading) this.channel.openWithin(element);
    else if (record?.fields.isReading) record.fields.openWithin(element);
    else if (this.comment) openInComment(element, this.comment);
    else if (element.local === 'comment' && isWordpress(element)) this.comment = begin(element);
    else if (this.item) openInItem(element, this.item);
    else if (element.local === 'item') this.item = { ...begin(element), comments: [] };
    else if (isOfSite(element)) this.channel.start(element.local, element);
  }

  text(text: string): void {
    ((this.comment ?? this.item)?.fields ?? this.channel).text(text);
  }

  close(element: XmlElement): void {
    const record = this.comment ?? this.item;
    if (!record) this.channel.close(element);
    else if (element.depth > record.depth) record.fields.close(element);
    else if (this.comment) this.closeComment(this.comment);
    else this.closeItem(this.item!);
  }

  finish(): void {
    for (const { page, parent } of this.attachments) page.skip ??= this.faults.get(parent) ?? null;
    if (this.isWxr) return;
    const cause = 'an RSS feed, but not a WordPress export: nothing of wordpress.org/export in it';
    throw new ImportFileFault(this.rootLine, cause);
  }

  private closeComment(comment: OpenRecord): void {
    this.comment = null;
    if (this.item) this.item.comments.push(comment);
    else this.rows.push(toComment(comment, null));
  }

  private closeItem({ fields, comments }: { fields: FieldCapture; comments: OpenRecord[] }): void {
    this.item = null;
    const page = toPage(fields);
    this.faults.set(page.foreignId, this.faults.get(page.foreignId) ?? page.skip);
    if (comments.length === 0) return;
    if (statusOf(fields) === 'inherit')
      this.attachments.push({ page, parent: fields.get('post_parent') });
    page.foreignId = this.uniqueId(page);
    this.pages.push(page);
    for (const comment of comments) this.rows.push(toComment(comment, page));
  }

  /** Exports of two sites in one file may use the same id for two pages. */
  private uniqueId({ foreignId, url }: FoundPage): string {
    const other = this.urls.get(foreignId);
    if (other === undefined) this.urls.set(foreignId, url);
    return other && url && other !== url ? `${foreignId}:${digest(url)}` : foreignId;
  }
}

/** The channel contains other links and titles, such as that of its picture. */
function isOfSite(element: XmlElement): boolean {
  const { local, uri, depth } = element;
  return (
    depth === 2 && (uri === '' ? local === 'link' : SITE_FIELDS.has(local) && isWordpress(element))
  );
}

function openInItem(element: XmlElement, item: OpenRecord): void {
  const { local, uri, depth } = element;
  if (depth !== item.depth + 1) return;
  const names = uri === '' ? RSS_FIELDS : isWordpress(element) ? ITEM_FIELDS : DISQUS_FIELDS;
  if (names.has(local)) item.fields.start(local, element);
}

function openInComment(element: XmlElement, comment: OpenRecord): void {
  if (element.depth !== comment.depth + 1 || !isWordpress(element)) return;
  const { local } = element;
  const limit = local === 'comment_content' ? MAX_HTML : undefined;
  if (COMMENT_FIELDS.has(local)) comment.fields.start(local, element, limit);
}

function begin({ depth, line }: XmlElement): OpenRecord {
  return { depth, line, fields: new FieldCapture() };
}

function isWordpress({ uri }: XmlElement): boolean {
  return WXR.test(uri);
}

function toPage(fields: FieldCapture): FoundPage {
  const title = importedLine(fields.get('title'), 500);
  const url = webAddress(fields.get('link')) ?? webAddress(fields.get('guid'));
  return {
    foreignId: shortId(fields.get('post_id')) || `page:${digest(url ?? title)}`,
    key: importedKey(fields.get('thread_identifier')),
    url,
    title,
    createdAt:
      parseDate(fields.get('post_date_gmt')) ??
      parseDate(fields.get('post_date')) ??
      parseDate(fields.get('pubDate')),
    closed: fields.get('comment_status') === 'closed',
    skip: reasonToSkipPage(fields),
  };
}

/** A comment of `page`; null if it is outside of all items. */
function toComment({ fields, line }: OpenRecord, page: FoundPage | null): FoundComment {
  const userId = fields.get('comment_user_id');
  const parent = fields.get('comment_parent');
  return importedComment({
    foreignId: shortId(fields.get('comment_id')),
    pageForeignId: page?.foreignId ?? '',
    parentForeignId: /^0*$/.test(parent) ? null : shortId(parent),
    author: {
      name: fields.get('comment_author'),
      email: fields.get('comment_author_email'),
      account: /^[1-9]\d*$/.test(userId) ? userId : null,
      username: null,
    },
    html: fields.get('comment_content'),
    wasCut: fields.wasCut('comment_content'),
    toMarkdown: (html) => htmlToMarkdown(breakLines(undoDoubleEscape(html)), page?.url ?? null),
    date: fields.get('comment_date'),
    createdAt: parseDate(fields.get('comment_date_gmt')) ?? parseDate(fields.get('comment_date')),
    state: stateOf(fields.get('comment_approved').toLowerCase()),
    line,
    skip: kindToSkip(fields.get('comment_type').toLowerCase()),
  });
}

function kindToSkip(type: string): SkipReason | null {
  if (type === 'pingback' || type === 'trackback') return type;
  return READERS_TYPES.has(type) ? null : 'not_a_comment';
}

function reasonToSkipPage(fields: FieldCapture): SkipReason | null {
  if (fields.get('post_password') !== '') return 'password_protected';
  return PUBLIC.has(statusOf(fields)) ? null : 'not_public';
}

function statusOf(fields: FieldCapture): string {
  return fields.get('status').toLowerCase();
}

/** A comment that is not explicitly approved is held. */
function stateOf(approved: string): ImportedState {
  if (approved === '1' || approved === 'approve' || approved === 'approved') return 'published';
  if (approved === 'spam') return 'spam';
  return approved === 'trash' || approved === 'post-trashed' ? 'deleted' : 'held';
}
