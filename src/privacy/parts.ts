import { PERSONAL as auth } from '../auth/personal.js';
import { PERSONAL as comments } from '../comments/personal.js';
import { PERSONAL as events } from '../events/personal.js';
import type { PersonalPart } from '../events/personal-part.js';
import { PERSONAL as moderation } from '../moderation/personal.js';
import { PERSONAL as notifications } from '../notifications/personal.js';
import { PERSONAL as passages } from '../passages/personal.js';
import { PERSONAL as posts } from '../posts/personal.js';
import { PERSONAL as users } from '../users/personal.js';
import { PERSONAL as privacy } from './personal.js';

/** All stored data about people, by room. A test fails for a column that no room covers. */
export const PARTS: Readonly<Record<string, PersonalPart>> = {
  users,
  auth,
  posts,
  comments,
  passages,
  moderation,
  notifications,
  events,
  privacy,
};
