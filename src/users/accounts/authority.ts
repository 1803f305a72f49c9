import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import { admit, type Policy } from '../viewer/policy.js';
import { UsersRepository } from './users.repository.js';
import { type Member, withoutFactor } from '../viewer/viewer.js';

/** Checks again inside an act whether its member may do it. */
@Injectable()
export class Authority {
  constructor(private readonly users: UsersRepository) {}

  /**
   * Checks the policy of a write against the current account: a suspension, a ban or a loss of the
   * role that was answered before also applies to this act. It runs under the locks of the act, so
   * it sees the changes for which the act has waited.
   * @returns the member with the role and standing that they have now
   * @throws what `admit` does
   */
  async confirm<Who extends Pick<Member, 'id' | 'lacksFactor'>>(
    tx: Tx,
    member: Who,
    policy: Extract<Policy, 'private' | 'signed-in' | 'staff' | 'admin'>,
  ): Promise<Who & Pick<Member, 'role' | 'standing'>> {
    const authority = await this.users.getAuthority(tx, member.id);
    const found = Object.assign({}, member, authority);
    // The session still has only one factor.
    const now = member.lacksFactor ? withoutFactor(found) : found;
    admit({ sessionId: '', expiresAt: 0, ...now }, policy, false);
    return now;
  }
}
