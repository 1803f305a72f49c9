import type { NotificationType } from '../bell/notification-kinds.js';

/**
 * The texts of mails with notifications. `{author}`, `{title}`, `{site}`, `{username}` and
 * `{count}` are placeholders.
 */
export interface NoticeWords {
  /** The subject, and the line above the text, for each kind. */
  told: Readonly<Record<NotificationType, string>>;
  /** The subject of a mail with several notifications. */
  several: string;
  read: string;
  /** The number of further items in the list. */
  more: string;
  why: string;
  endKind: Readonly<Record<NotificationType, string>>;
  endFollowing: string;
  endPost: string;
}
