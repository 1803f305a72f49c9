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

/** What staff are mailed of, and never told by the bell: a comment that is held, reports of one, a legal notice. */
export const CASE_KINDS = ['held', 'reported', 'notice'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** A link of each ends such mails. */
export const MAILED_KINDS = [...NOTIFICATION_TYPES, ...CASE_KINDS] as const;
export type MailedKind = (typeof MAILED_KINDS)[number];

/** When mails tell staff of what waits for them. */
export const CASE_MAIL_TIMES = ['off', 'at_once'] as const;

/** How somebody of the staff is told of a kind of what waits. */
export interface CasePreference {
  mail: (typeof CASE_MAIL_TIMES)[number];
}

/** How somebody is told of a kind. */
export interface KindPreference {
  /** In the list, and over the socket. */
  bell: boolean;
  mail: MailTime;
}

/** Of what waits for moderators the staff alone choose. */
export type Preferences = Record<NotificationType, KindPreference> &
  Partial<Record<CaseKind, CasePreference>>;

/** Until somebody chooses. Statements treat a kind without a row as one that is told of. */
export const DEFAULT_PREFERENCES: Readonly<Record<NotificationType, KindPreference>> = {
  reply: { bell: true, mail: 'at_once' },
  mention: { bell: true, mail: 'at_once' },
  followed: { bell: true, mail: 'daily' },
  decision: { bell: true, mail: 'at_once' },
  correction: { bell: true, mail: 'at_once' },
};
