import type { PassingAddress } from './passing-address.js';
import type { AnchorView } from '../../comments/shape/anchors.dto.js';
import type { Repair } from '../xml/repair-log.js';

export type ImportFormat = 'disqus' | 'wordpress';

/** The state of a comment in its source; `spam` was removed by a moderator or a filter. */
export type ImportedState = 'published' | 'held' | 'spam' | 'deleted';

/** Why a row of the file is not imported. */
export type SkipReason =
  | 'pingback'
  | 'trackback'
  /** An order note or another row that is no reader's comment. */
  | 'not_a_comment'
  /** Its page is not in the file, or has neither a usable key nor a usable URL. */
  | 'missing_thread'
  | 'deleted_thread'
  /** Moderators have deleted the discussion of its page here. Reported by the writer. */
  | 'deleted_post'
  | 'password_protected'
  /** Its page is a draft, private or in the bin: publish it and import again. */
  | 'not_public'
  | 'bad_date'
  | 'too_long'
  /** Nothing of it would show. */
  | 'empty'
  /** The file contains it twice. */
  | 'duplicate'
  /** It was imported before. Reported by the writer, not by the parsers. */
  | 'already_there';

/** A page of the host site with at least one comment to import. */
export interface ImportedPage {
  /** The id in the export, unique in the file and the same in each export of the site. */
  foreignId: string;
  /** The host site's own key of the page, independent of its URL. */
  key: string | null;
  /** The value in the file. */
  url: string | null;
  /** Never empty: the URL or the key if the file has no title. */
  title: string;
  createdAt: Date;
  closed: boolean;
}

export interface ImportedAuthor {
  /** The same for an author in each export; contains no e-mail address. */
  foreignKey: string;
  /** One line of plain text, at most 100 characters, never empty. */
  name: string;
  /** Only a keyed hash of it is stored. */
  address?: PassingAddress;
}

export interface ImportedComment {
  /** Unique in its page: the number of `#comment-123`, or of the same text in each export. */
  foreignId: string;
  pageForeignId: string;
  /** A comment of the same page, earlier in the list; null at the top. */
  parentForeignId: string | null;
  author: ImportedAuthor;
  /** Markdown, at most 64 KiB; empty only when deleted. */
  body: string;
  createdAt: Date;
  state: ImportedState;
  /** The passage of the post that it is about; the supported source systems have none. */
  anchor?: AnchorView | null;
  /** The line at which the row starts. */
  line: number;
}

/** A file that was read to its end. All of it is in memory: about the size of its comments. */
export interface ImportFile {
  /** The site or forum that the ids belong to, according to the file; null if it does not say. */
  origin: string | null;
  pages: ImportedPage[];
  /** Page by page in the order of `pages`, in each page parents before their replies. */
  comments: ImportedComment[];
  /** `rows` = `comments.length` + the sum of `skipped`. */
  skipped: Partial<Record<SkipReason, number>>;
  rows: number;
  /** Replies that moved up because the comment that they answer is not imported. */
  reattached: number;
  /** Replies that were part of a cycle of replies, and are at the top level now. */
  cyclesBroken: number;
  /** The first 1,000 of `repairCount`. */
  repairs: Repair[];
  repairCount: number;
}

type Found<T> = Omit<T, 'createdAt'> & { createdAt: Date | null; skip: SkipReason | null };

/** A page as a parser finds it, with or without comments. */
export type FoundPage = Found<ImportedPage>;

/** A row as a parser finds it; its page may come later in the file. */
export type FoundComment = Found<ImportedComment>;
