import type { Role } from './viewer.js';

const RANKS: Readonly<Record<Role, number>> = { member: 0, moderator: 1, admin: 2 };

/**
 * Moderators decide on members, administrators also on moderators. Nobody decides on
 * administrators.
 */
export function mayDecideOnRole(own: Role, other: Role): boolean {
  return RANKS[own] > RANKS[other];
}
