import { createHash } from 'node:crypto';
import { KEY } from '../../posts/shape/posts.dto.js';
import { findTextFault, normalise } from '../../text/plain/text-gate.js';
import { importedLine } from '../markdown/imported-text.js';
import { PassingAddress } from './passing-address.js';
import type { FoundComment, ImportedAuthor, SkipReason } from './import-records.js';

/**
 * The limit of the HTML of a comment, in characters. It is four times the limit of WordPress (its
 * column has 64 KB), and more than anybody types.
 */
export const MAX_HTML = 262_144;

/** The limit of the Markdown of a comment, in bytes of UTF-8, as for any text here. */
const MAX_BODY = 65_536;

const MAX_NAME = 100;
const MAX_ID = 200;
const NAMELESS = 'Anonymous';

/** A comment in the file; `foreignId` is empty if it has none. */
interface CommentFields extends Omit<FoundComment, 'author' | 'body'> {
  author: {
    name: string;
    email: string;
    /** The id or name of the author's account in the source system, which has verified it. */
    account: string | null;
    username: string | null;
  };
  html: string;
  /** Whether the HTML is only the beginning of that in the file. */
  wasCut: boolean;
  toMarkdown: (html: string) => string;
  /** The date as it is written. */
  date: string;
}

/** A comment in its imported form, or with the reason why it is skipped. */
export function importedComment(fields: CommentFields): FoundComment {
  const { html, wasCut, toMarkdown, date, ...rest } = fields;
  const author = importedAuthor(fields.author);
  const body = wasCut ? '' : toMarkdown(html);
  return {
    ...rest,
    // The same for the same text in each export.
    foreignId: rest.foreignId || `text:${digest(date, author.foreignKey, html)}`,
    author,
    body,
    skip: rest.skip ?? faultOfContent(rest, body, wasCut),
  };
}

/**
 * An author without an account is identified by name and e-mail address together. So people who
 * share an address keep their names, and nobody becomes another author by typing an address. The
 * key is a hash, so that it contains no address.
 */
function importedAuthor(fields: CommentFields['author']): ImportedAuthor {
  const lines = [fields.name, fields.username ?? '', NAMELESS];
  const name = lines.map((line) => importedLine(line, MAX_NAME)).find(Boolean)!;
  const email = importedLine(fields.email, 254);
  const guest = () => `guest:${digest(email.toLowerCase(), name.toLowerCase())}`;
  return {
    foreignKey: fields.account === null ? guest() : `account:${shortId(fields.account)}`,
    name,
    ...(email && { address: new PassingAddress(email) }),
  };
}

/** Why a row's content prevents its import. A deleted comment may be empty: it has replies. */
function faultOfContent(
  { createdAt, state }: Pick<FoundComment, 'createdAt' | 'state'>,
  body: string,
  wasCut: boolean,
): SkipReason | null {
  if (createdAt === null) return 'bad_date';
  if (wasCut || Buffer.byteLength(body) > MAX_BODY) return 'too_long';
  return body === '' && state !== 'deleted' ? 'empty' : null;
}

/** The site's own name for a page in its normal form; null if no request could contain it. */
export function importedKey(text: string): string | null {
  const key = normalise(text);
  return findTextFault(key, KEY) === null ? key : null;
}

/** An id of an export for storage; a long one is hashed, because it does not fit into an index. */
export function shortId(id: string): string {
  return id.length > MAX_ID ? `long:${digest(id)}` : id;
}

/** Short, for ids: 128 bits in hexadecimal. */
export function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
