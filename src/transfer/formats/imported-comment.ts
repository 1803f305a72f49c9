import { createHash } from 'node:crypto';
import { webAddress } from '../markdown/imported-address.js';
import { importedLine } from '../markdown/imported-text.js';
import type { FoundComment, ImportedAuthor, ImportedState, SkipReason } from './import-records.js';

/**
 * Of a comment's HTML, in characters. What WordPress keeps fits four times over (its column holds
 * 64 KB), and nobody types more.
 */
export const MAX_HTML = 262_144;

/** Of a comment's Markdown, in bytes of UTF-8: as much as any text here. */
const MAX_BODY = 65_536;

const MAX_NAME = 100;
const NAMELESS = 'Anonymous';

/** What a parser has read of an author, as it stands in the file. */
export interface AuthorFields {
  name: string;
  email: string;
  url: string;
  /** The account's id or name where the author had one: who that is was checked over there. */
  account: string | null;
  username: string | null;
}

/**
 * Without an account, an author is name and e-mail address together: people who share an address
 * keep their names, and nobody becomes another by typing an address. The key is a hash, so that no
 * address stands in it.
 */
export function importedAuthor(fields: AuthorFields): ImportedAuthor {
  const username =
    fields.username === null ? null : importedLine(fields.username, MAX_NAME) || null;
  const name = importedLine(fields.name, MAX_NAME) || username || NAMELESS;
  const email = importedLine(fields.email, 254);
  const guest = () => `guest:${digest(email.toLowerCase(), name.toLowerCase())}`;
  return {
    foreignKey: fields.account === null ? guest() : `account:${fields.account}`,
    name,
    email: /^[^\s@]+@[^\s@]+$/.test(email) ? email : null,
    username,
    url: webAddress(fields.url),
  };
}

/** The id of a row that has none: the same for the same text in each export. */
export function madeUpId(...parts: string[]): string {
  return `text:${digest(...parts)}`;
}

/** Why a row's own content forbids to import it. A deleted comment may be empty: it has replies. */
export function faultOfContent(
  row: Pick<FoundComment, 'body' | 'createdAt'>,
  state: ImportedState,
  wasCut: boolean,
): SkipReason | null {
  if (row.createdAt === null) return 'bad_date';
  if (wasCut || Buffer.byteLength(row.body) > MAX_BODY) return 'too_long';
  return row.body === '' && state !== 'deleted' ? 'empty' : null;
}

/** Short, for ids: 128 bits in hexadecimal. */
export function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
