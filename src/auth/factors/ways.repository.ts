import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { instantSql } from '../../database/json-text.js';
import { type AddedWay, RECENT_SECONDS, type RecentWay } from './added-way.js';
import { FactorsRepository } from './factors.repository.js';

/**
 * Recently added sign-in methods, which an intruder may have added. They can be listed and removed.
 */
@Injectable()
export class WaysRepository {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorsRepository,
  ) {}

  /** The factors of the last week that a new password leaves valid, newest first. */
  async listRecent(userId: string, within: Queryable = this.database): Promise<RecentWay[]> {
    const since = 'now() - make_interval(secs => $2)';
    return within.query<RecentWay>({
      text: `select id, kind, name, ${instantSql('at')} as "addedAt" from (
               select id, 'app' as kind, null as name, confirmed_at as at from totp_factors
               where user_id = $1 and confirmed_at > ${since}
               union all
               select id, 'passkey', name, created_at from passkeys
               where user_id = $1 and not by_password and created_at > ${since}
             ) recent order by at desc, id`,
      values: [userId, RECENT_SECONDS],
    });
  }

  /** Removes one factor of an account, but not another one that has replaced it. */
  async remove(tx: Tx, userId: string, { kind, id }: AddedWay): Promise<void> {
    const values = [userId, id];
    if (kind === 'app') {
      const text = 'delete from totp_factors where user_id = $1 and id = $2 returning 1';
      const [dropped] = await tx.query({ text, values });
      if (dropped) await this.factors.removeTotp(tx, userId);
    } else if (kind === 'passkey') {
      await tx.query({ text: 'delete from passkeys where user_id = $1 and id = $2', values });
    } else if (kind === 'site') {
      const text = 'delete from identities where user_id = $1 and id = $2 and linked';
      await tx.query({ text, values });
    } else {
      await this.factors.replaceRecoveryCodes(tx, userId, []);
    }
  }

  /**
   * Removes the factors that anybody set up later than `before` seconds before the creation of the
   * link: an intruder adds a factor first, and changes the address later.
   */
  async dropSince(tx: Tx, userId: string, proofId: string, before: number): Promise<void> {
    const since =
      '(select created_at - make_interval(secs => $3) from account_proofs where id = $2)';
    const values = [userId, proofId, before];
    const [dropped] = await tx.query({
      text: `delete from totp_factors where user_id = $1 and confirmed_at >= ${since} returning 1`,
      values,
    });
    if (dropped) await this.factors.removeTotp(tx, userId);
    await tx.query({
      text: `delete from passkeys where user_id = $1 and created_at >= ${since}`,
      values,
    });
  }
}
