import { checkRoot } from './export-root.js';
import { FieldCapture } from '../xml/field-capture.js';
import type { FoundComment, FoundPage } from './import-records.js';
import { digest } from './imported-comment.js';
import { ImportFileFault } from '../xml/import-file.errors.js';
import { COMMENT_FIELDS, ITEM_FIELDS, toComment, toPage } from './wordpress-records.js';
import type { XmlElement, XmlVisitor } from '../xml/xml-visitor.js';

/** `http://wordpress.org/export/1.2/`; with `--lenient` an undeclared prefix stands for itself. */
const WXR = /^(?:https?:\/\/(?:www\.)?wordpress\.org\/export\/\d[\d.]*\/?|wp)$/;

/** The dialect that Disqus imports names pages as Disqus does. */
const DISQUS_FIELDS = new Set(['thread_identifier']);
const RSS_FIELDS = new Set(['title', 'link', 'guid', 'pubDate']);

interface OpenRecord {
  depth: number;
  line: number;
  fields: FieldCapture;
}

/** Reads a WordPress export (WXR 1.0 to 1.2): an RSS feed whose items carry their comments. */
export class WordpressParser implements XmlVisitor {
  readonly roots = ['rss'];
  readonly pages: FoundPage[] = [];
  readonly rows: FoundComment[] = [];
  private item: (OpenRecord & { comments: OpenRecord[] }) | null = null;
  private comment: OpenRecord | null = null;
  private isWxr = false;
  private rootLine = 1;
  /** The address of the first page of each id. */
  private readonly urls = new Map<string, string | null>();

  open(element: XmlElement): void {
    if (element.depth === 0) this.openRoot(element);
    this.isWxr ||= isWordpress(element);
    const record = this.comment ?? this.item;
    if (record?.fields.isReading) record.fields.openWithin(element);
    else if (this.comment) openInComment(element, this.comment);
    else if (element.local === 'comment' && isWordpress(element)) this.comment = begin(element);
    else if (this.item) openInItem(element, this.item);
    else if (element.local === 'item') this.item = { ...begin(element), comments: [] };
  }

  text(text: string): void {
    (this.comment ?? this.item)?.fields.text(text);
  }

  close(element: XmlElement): void {
    const record = this.comment ?? this.item;
    if (!record) return;
    if (element.depth > record.depth) record.fields.close(element);
    else if (this.comment) this.closeComment(this.comment);
    else this.closeItem(this.item!);
  }

  finish(): void {
    if (this.isWxr) return;
    const cause = 'an RSS feed, but not a WordPress export: nothing of wordpress.org/export in it';
    throw new ImportFileFault(this.rootLine, cause);
  }

  private openRoot(root: XmlElement): void {
    checkRoot('wordpress', root);
    this.rootLine = root.line;
    this.isWxr = root.attributes.some(({ value }) => WXR.test(value));
  }

  private closeComment(comment: OpenRecord): void {
    this.comment = null;
    if (this.item) this.item.comments.push(comment);
    else this.rows.push(toComment(comment.fields, comment.line, null));
  }

  private closeItem({ fields, comments }: { fields: FieldCapture; comments: OpenRecord[] }): void {
    this.item = null;
    if (comments.length === 0) return;
    const page = toPage(fields);
    page.foreignId = this.uniqueId(page);
    this.pages.push(page);
    for (const comment of comments) {
      this.rows.push(toComment(comment.fields, comment.line, page));
    }
  }

  /** Exports of two sites in one file may use one id for two pages. */
  private uniqueId({ foreignId, url }: FoundPage): string {
    const other = this.urls.get(foreignId);
    if (other === undefined) this.urls.set(foreignId, url);
    return other && url && other !== url ? `${foreignId}:${digest(url)}` : foreignId;
  }
}

function openInItem(element: XmlElement, item: OpenRecord): void {
  const { local, uri, depth } = element;
  if (depth !== item.depth + 1) return;
  const names = uri === '' ? RSS_FIELDS : isWordpress(element) ? ITEM_FIELDS : DISQUS_FIELDS;
  if (names.has(local)) item.fields.start(local, element);
}

function openInComment(element: XmlElement, comment: OpenRecord): void {
  if (element.depth !== comment.depth + 1 || !isWordpress(element)) return;
  const limit = COMMENT_FIELDS.get(element.local);
  if (limit !== undefined) comment.fields.start(element.local, element, limit);
}

function begin({ depth, line }: XmlElement): OpenRecord {
  return { depth, line, fields: new FieldCapture() };
}

function isWordpress({ uri }: XmlElement): boolean {
  return WXR.test(uri);
}
