import type { NotificationType } from '../bell/notification-kinds.js';

/**
 * The texts of mails with notifications. `{author}`, `{title}`, `{site}`, `{username}` and
 * `{count}` are placeholders.
 */
export interface NoticeWords {
  /** A subject, and a line above the text, of each kind. */
  told: Readonly<Record<NotificationType, string>>;
  /** The subject of several. */
  several: string;
  read: string;
  /** The number of further items in the list. */
  more: string;
  why: string;
  endKind: Readonly<Record<NotificationType, string>>;
  endFollowing: string;
  endPost: string;
}
