import { BRANCH_LOCK_FUNCTIONS } from '../comments/status/branch-locks.sql.js';
import { WRITE_COMMENTS_FUNCTIONS } from '../comments/writing/write-comments.sql.js';
import type { DatabaseFunction } from '../database/functions.js';

/** Every function of the database that this build calls; a start installs them. */
export const databaseFunctions: readonly DatabaseFunction[] = [
  ...BRANCH_LOCK_FUNCTIONS,
  ...WRITE_COMMENTS_FUNCTIONS,
];
