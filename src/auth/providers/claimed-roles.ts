import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { isAble, isLastAdmin, rankOf, type Role } from '../../users/viewer/viewer.js';

/** The highest role that another site can give; `member` means none. */
export type RoleCeiling = Role;

/** Applies roles that another site claims for its users. */
@Injectable()
export class ClaimedRoles {
  constructor(private readonly users: UsersRepository) {}

  /**
   * Gives a claimed role, limited by the ceiling. A role above the ceiling was given here and is
   * kept. The last administrator keeps the role. Banned and suspended users get no role.
   * @returns whether the account has another role now
   */
  async give(tx: Tx, userId: string, claimed: Role, ceiling: RoleCeiling): Promise<boolean> {
    if (ceiling === 'member') return false;
    const locked = await this.users.lockWithAdmins(tx, userId);
    if (!locked) return false;
    const { user, admins } = locked;
    const role = rankOf(claimed) > rankOf(ceiling) ? ceiling : claimed;
    if (user.role === role || rankOf(user.role) > rankOf(ceiling)) return false;
    if (isLastAdmin(user, admins) || (rankOf(role) > rankOf(user.role) && !isAble(user)))
      return false;
    await this.users.setRole(tx, userId, role);
    return true;
  }
}
