/**
 * The kinds of notifications. A comment notifies each person at most once: as the first of these
 * that applies.
 */
export const NOTIFICATION_TYPES = [
  'reply',
  'mention',
  'followed',
  'decision',
  'correction',
] as const;
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

/** When notifications of a kind are mailed. */
export const MAIL_TIMES = ['off', 'at_once', 'daily', 'weekly'] as const;
export type MailTime = (typeof MAIL_TIMES)[number];

/**
 * The kinds of cases that staff get mail about, and no bell: a held comment, reports of a comment,
 * a legal notice.
 */
export const CASE_KINDS = ['held', 'reported', 'notice'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** The kinds of mail with an unsubscribe link. */
export const MAILED_KINDS = [...NOTIFICATION_TYPES, ...CASE_KINDS] as const;
export type MailedKind = (typeof MAILED_KINDS)[number];

/** When staff get mail about open cases. */
export const CASE_MAIL_TIMES = ['off', 'at_once'] as const;

/** The preference of a staff member for a kind of case. */
export interface CasePreference {
  mail: (typeof CASE_MAIL_TIMES)[number];
}

/** The preference of a user for a kind of notification. */
export interface KindPreference {
  /** Whether it is listed and sent over the socket. */
  bell: boolean;
  mail: MailTime;
}

/** Only staff have preferences for cases. */
export type Preferences = Record<NotificationType, KindPreference> &
  Partial<Record<CaseKind, CasePreference>>;

/** The defaults. SQL statements also assume `bell: true` for a kind without a row. */
export const DEFAULT_PREFERENCES: Readonly<Record<NotificationType, KindPreference>> = {
  reply: { bell: true, mail: 'at_once' },
  mention: { bell: true, mail: 'at_once' },
  followed: { bell: true, mail: 'daily' },
  decision: { bell: true, mail: 'at_once' },
  correction: { bell: true, mail: 'at_once' },
};
