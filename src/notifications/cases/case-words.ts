import type { CaseKind } from '../bell/notification-kinds.js';

/**
 * The texts of mails to staff. `{author}`, `{title}`, `{site}`, `{username}` and `{count}` are
 * placeholders for names and numbers.
 */
export interface CaseWords {
  /** The subject for each kind of case. */
  subject: Readonly<Record<CaseKind, string>>;
  /** The subject of a mail about several cases. */
  several: string;
  /** A line above the text. */
  wrote: string;
  /** Why a comment is held, by rule; an unknown rule is shown by its name. */
  rules: Readonly<Record<string, string>>;
  reports: string;
  noticeSays: string;
  /** The labels of the links. */
  approve: string;
  keep: string;
  remove: string;
  read: string;
  /** How the links work. */
  lasts: string;
  /** Why there are no links. */
  noLinks: string;
  /** The number of further items in the queue. */
  more: string;
  why: string;
  endKind: Readonly<Record<CaseKind, string>>;
}
