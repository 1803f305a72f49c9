import { MARK_ACTIONS } from '../../comments/status/comment-marks.js';

export const STATUS_ACTIONS = ['approve', 'remove', 'restore'] as const;
export type StatusAction = (typeof STATUS_ACTIONS)[number];
export const COMMENT_ACTIONS = [...STATUS_ACTIONS, ...MARK_ACTIONS] as const;
export type CommentAction = (typeof COMMENT_ACTIONS)[number];
export const POST_ACTIONS = ['lock', 'unlock'] as const;
export type PostAction = (typeof POST_ACTIONS)[number];
/** These actions end a post; each has a route of its own. */
const ENDING_ACTIONS = ['delete', 'merge'] as const;
type EndingAction = (typeof ENDING_ACTIONS)[number];
export const USER_ACTIONS = [
  'warn',
  'premoderate',
  'suspend',
  'ban',
  'reinstate',
  'rename',
  'note',
] as const;
export type UserAction = (typeof USER_ACTIONS)[number];

/** Actions of other routes that are in the same log. */
const OTHER_ACTIONS = ['dismiss', 'hold', 'move', 'undo'] as const;
type OtherAction = (typeof OTHER_ACTIONS)[number];

export type Action = CommentAction | PostAction | EndingAction | UserAction | OtherAction;
/** All actions in the log. */
export const ACTIONS: readonly Action[] = [
  ...new Set([
    ...COMMENT_ACTIONS,
    ...POST_ACTIONS,
    ...ENDING_ACTIONS,
    ...USER_ACTIONS,
    ...OTHER_ACTIONS,
  ]),
];

/** These actions are restrictive, so they need a reason. */
const NEEDS_REASON: readonly string[] = [
  'remove',
  'warn',
  'premoderate',
  'suspend',
  'ban',
  'rename',
];

export function needsReason(action: Action): boolean {
  return NEEDS_REASON.includes(action);
}

export const SUBJECTS = ['comment', 'post', 'user'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The ties of a moderator to a case. `answered` means a direct reply, whatever its state. */
export const TIES = ['wrote', 'answered', 'flagged'] as const;
export type Tie = (typeof TIES)[number];

/** How moderation became aware of the subject of a decision. */
export const LED_BY = ['moderation', 'notice', 'reports', 'rules'] as const;
export type LedBy = (typeof LED_BY)[number];
