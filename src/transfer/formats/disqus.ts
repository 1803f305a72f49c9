import { undoDoubleEscape } from '../markdown/double-escape.js';
import { checkRoot } from './export-formats.js';
import { FieldCapture } from '../xml/field-capture.js';
import { htmlToMarkdown } from '../markdown/html-to-markdown.js';
import { parseDate } from './import-dates.js';
import type { FoundComment, FoundPage, ImportedState } from './import-records.js';
import { webAddress } from '../markdown/imported-address.js';
import { importedComment, importedKey, MAX_HTML, shortId } from './imported-comment.js';
import { importedLine } from '../markdown/imported-text.js';
import type { XmlElement, XmlVisitor } from '../xml/xml-visitor.js';

// oxfmt-ignore
const FIELDS = new Set([
  'id', 'forum', 'link', 'title', 'createdAt', 'isClosed', 'isDeleted', 'isSpam', 'isApproved',
]);
const AUTHOR_FIELDS = new Set(['name', 'email', 'username', 'isAnonymous']);

/** Disqus stores a typed mention `@name` as `@name:disqus`. */
const MENTION = /(?<![\p{L}\p{N}/@.])@([\w.-]+):disqus\b/gu;

interface OpenRecord {
  kind: 'thread' | 'post';
  id: string;
  line: number;
  fields: FieldCapture;
  inAuthor: boolean;
  /** The context of a post: `<thread dsq:id>` and `<parent dsq:id>` are references, not records. */
  thread: string;
  parent: string | null;
}

/**
 * Reads a Disqus export: `disqus` holds `category`, `thread` and `post` elements. A thread's `id`
 * is the identifier that the host site gave it, not its id in the file (that is `dsq:id`).
 */
export class DisqusParser implements XmlVisitor {
  readonly roots = ['disqus'];
  readonly pages: FoundPage[] = [];
  readonly rows: FoundComment[] = [];
  origin: string | null = null;
  private record: OpenRecord | null = null;

  open(element: XmlElement): void {
    if (element.depth === 0) checkRoot('disqus', element);
    else if (this.record) this.openWithin(element, this.record);
    else if (element.depth === 1 && (element.local === 'thread' || element.local === 'post')) {
      this.record = {
        kind: element.local,
        id: dsqId(element),
        line: element.line,
        fields: new FieldCapture(),
        inAuthor: false,
        thread: '',
        parent: null,
      };
    }
  }

  text(text: string): void {
    this.record?.fields.text(text);
  }

  close(element: XmlElement): void {
    const { record } = this;
    if (!record) return;
    if (element.depth > 1) {
      record.fields.close(element);
      if (element.depth === 2) record.inAuthor = false;
      return;
    }
    if (record.kind === 'thread') this.addPage(record);
    else this.addRow(record);
    this.record = null;
  }

  private openWithin(element: XmlElement, record: OpenRecord): void {
    const { local, depth } = element;
    if (record.fields.isReading) record.fields.openWithin(element);
    else if (depth === 3 && record.inAuthor) {
      if (AUTHOR_FIELDS.has(local)) record.fields.start(`author.${local}`, element);
    } else if (depth === 2) {
      if (local === 'author') record.inAuthor = true;
      else if (record.kind === 'post' && local === 'thread') record.thread ||= dsqId(element);
      else if (record.kind === 'post' && local === 'parent')
        record.parent ??= dsqId(element) || null;
      else if (record.kind === 'post' && local === 'message') {
        record.fields.start('message', element, MAX_HTML);
      } else if (FIELDS.has(local)) record.fields.start(local, element);
    }
  }

  private addPage({ id, fields }: OpenRecord): void {
    this.origin ??= fields.get('forum') || null;
    const key = importedKey(fields.get('id'));
    const url = webAddress(fields.get('link'));
    // Disqus keeps empty threads whose pages cannot be identified.
    if (id === '' || (key === null && url === null)) return;
    this.pages.push({
      foreignId: id,
      key,
      url,
      title: importedLine(fields.get('title'), 500),
      createdAt: parseDate(fields.get('createdAt')),
      closed: isTrue(fields.get('isClosed')),
      skip: isFalse(fields.get('isDeleted')) ? null : 'deleted_thread',
    });
  }

  private addRow({ id, fields, thread, parent, line }: OpenRecord): void {
    const isAnonymous = isTrue(fields.get('author.isAnonymous'));
    const username = (!isAnonymous && fields.get('author.username')) || null;
    const row = importedComment({
      foreignId: id,
      pageForeignId: thread,
      parentForeignId: parent,
      author: {
        name: fields.get('author.name'),
        email: fields.get('author.email'),
        account: username?.toLowerCase() ?? null,
        username,
      },
      html: fields.get('message'),
      wasCut: fields.wasCut('message'),
      toMarkdown: (html) => htmlToMarkdown(undoDoubleEscape(html.replace(MENTION, '@$1'))),
      date: fields.get('createdAt'),
      createdAt: parseDate(fields.get('createdAt')),
      state: stateOf(fields),
      line,
      skip: null,
    });
    this.rows.push(row);
  }
}

/** Spam is the reason why the comment was deleted, so it is checked before deletion. */
function stateOf(fields: FieldCapture): ImportedState {
  if (!isFalse(fields.get('isSpam'))) return 'spam';
  if (!isFalse(fields.get('isDeleted'))) return 'deleted';
  return fields.has('isApproved') && !isTrue(fields.get('isApproved')) ? 'held' : 'published';
}

function isTrue(text: string): boolean {
  return /^(?:true|1)$/i.test(text);
}

/** A flag that withholds a text applies, in whatever form its value is written. */
function isFalse(text: string): boolean {
  return /^(?:false|0|)$/i.test(text);
}

function dsqId({ attributes }: XmlElement): string {
  const ids = attributes.filter(({ local }) => local === 'id');
  return shortId((ids.find(({ uri }) => uri !== '') ?? ids[0])?.value.trim() ?? '');
}
