import type { NotificationType } from '../bell/notification-kinds.js';

/** What mails of notifications say. `{author}`, `{title}`, `{site}`, `{username}` and `{count}` stand for names. */
export interface NoticeWords {
  /** A subject, and a line above the text, of each kind. */
  told: Readonly<Record<NotificationType, string>>;
  /** The subject of several. */
  several: string;
  read: string;
  /** What the list has besides. */
  more: string;
  why: string;
  endKind: Readonly<Record<NotificationType, string>>;
  endFollowing: string;
  endPost: string;
}
