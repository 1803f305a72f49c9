import { SHORTEN_SESSIONS } from '../auth/sessions/session-lifetimes.sql.js';
import { IS_NEWCOMER } from '../comments/shape/newcomers.sql.js';
import { NEXT_TURN } from '../comments/shape/slow-mode.sql.js';
import { BRANCH_LOCK_FUNCTIONS } from '../comments/status/branch-locks.sql.js';
import { CAST_VOTES } from '../comments/votes/cast-votes.sql.js';
import { WRITE_COMMENTS } from '../comments/writing/write-comments.sql.js';
import type { DatabaseFunction } from '../database/functions.js';
import { REFUSE_CHANGE } from '../moderation/log/append-only.sql.js';
import { KEEP_QUEUE_ITEM, TAKE_BACK_REVIEW } from '../moderation/queue/comments-in-queue.sql.js';
import { MOVE_QUEUE_ITEM, SIGNAL_QUEUE } from '../moderation/queue/queue-items.sql.js';
import {
  COUNT_COMMENT_FLAGS,
  COUNT_NOTICES,
  COUNT_USER_FLAGS,
} from '../moderation/queue/reports-in-queue.sql.js';
import { NOTE_STALE_ANCHORS } from '../passages/stale-anchors.sql.js';

/** Every database function that this build calls or its triggers run. A start installs them. */
export const databaseFunctions: readonly DatabaseFunction[] = [
  ...BRANCH_LOCK_FUNCTIONS,
  IS_NEWCOMER,
  NEXT_TURN,
  WRITE_COMMENTS,
  CAST_VOTES,
  SIGNAL_QUEUE,
  MOVE_QUEUE_ITEM,
  KEEP_QUEUE_ITEM,
  TAKE_BACK_REVIEW,
  COUNT_COMMENT_FLAGS,
  COUNT_USER_FLAGS,
  COUNT_NOTICES,
  REFUSE_CHANGE,
  NOTE_STALE_ANCHORS,
  SHORTEN_SESSIONS,
];
