/** What somebody is told of. A comment tells one person once: as the first of these that fits. */
export const NOTIFICATION_TYPES = [
  'reply',
  'mention',
  'followed',
  'decision',
  'correction',
] as const;
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

/** When mails tell of a kind. */
export const MAIL_TIMES = ['off', 'at_once', 'daily', 'weekly'] as const;
export type MailTime = (typeof MAIL_TIMES)[number];

/** How somebody is told of a kind. */
export interface KindPreference {
  /** In the list, and over the socket. */
  bell: boolean;
  mail: MailTime;
}

export type Preferences = Record<NotificationType, KindPreference>;

/** Until somebody chooses. Statements treat a kind without a row as one that is told of. */
export const DEFAULT_PREFERENCES: Readonly<Preferences> = {
  reply: { bell: true, mail: 'at_once' },
  mention: { bell: true, mail: 'at_once' },
  followed: { bell: true, mail: 'daily' },
  decision: { bell: true, mail: 'at_once' },
  correction: { bell: true, mail: 'at_once' },
};
