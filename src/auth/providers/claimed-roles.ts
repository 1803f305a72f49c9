import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { isAble, type Role, ROLES } from '../../users/viewer/viewer.js';

/** The highest role that another site gives; it gives none where that is `member`. */
export type RoleCeiling = Role;

const rankOf = (role: Role): number => ROLES.indexOf(role);

/** Roles that another site claims for its readers. */
@Injectable()
export class ClaimedRoles {
  constructor(private readonly users: UsersRepository) {}

  /**
   * Gives a claimed role, or the ceiling where that is lower. A role above the ceiling was given here, and stays.
   * The last administrator keeps the role; who is banned or suspended gets none.
   * @returns whether the account has another role now
   */
  async give(tx: Tx, userId: string, claimed: Role, ceiling: RoleCeiling): Promise<boolean> {
    if (ceiling === 'member') return false;
    const admins = await this.users.lockAdmins(tx, userId);
    const user = await this.users.findById(userId, tx);
    const role = rankOf(claimed) > rankOf(ceiling) ? ceiling : claimed;
    if (!user || user.role === role || rankOf(user.role) > rankOf(ceiling)) return false;
    const isLast = user.role === 'admin' && admins.every((id) => id === userId);
    if (isLast || (rankOf(role) > rankOf(user.role) && !isAble(user))) return false;
    await this.users.setRole(tx, userId, role);
    return true;
  }
}
