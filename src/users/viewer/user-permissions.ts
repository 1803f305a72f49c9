import { rankOf, type Role } from './viewer.js';

/**
 * Moderators decide on members, administrators also on moderators. Nobody decides on
 * administrators.
 */
export function mayDecideOnRole(own: Role, other: Role): boolean {
  return rankOf(own) > rankOf(other);
}
