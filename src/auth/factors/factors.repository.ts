import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { newId } from '../../database/ids.js';

/** The authenticator app of an account. */
export interface TotpFactor {
  /** The secret, sealed by `TotpSecrets`. */
  secret: Buffer;
  confirmedAt: Date | null;
  /** Whether the enrolment was started recently. */
  isFresh: boolean;
}

/** An enrolment without a first code expires after this time. */
const BEGINS_WITHIN = `interval '15 minutes'`;

/** Apps and recovery codes of accounts. */
@Injectable()
export class FactorsRepository {
  constructor(private readonly database: Database) {}

  async findTotp(userId: string, within: Queryable = this.database): Promise<TotpFactor | null> {
    const [factor] = await within.query<TotpFactor>({
      name: 'totp_of_user',
      text: `select secret, confirmed_at as "confirmedAt", begun_at > now() - ${BEGINS_WITHIN} as "isFresh"
             from totp_factors where user_id = $1`,
      values: [userId],
    });
    return factor ?? null;
  }

  /** Whether an account has a factor other than its password: an app or a passkey. */
  async hasAny(userId: string, within: Queryable = this.database): Promise<boolean> {
    const rows = await within.query({
      text: `select 1 from totp_factors where user_id = $1 and confirmed_at is not null
             union all select 1 from passkeys where user_id = $1 limit 1`,
      values: [userId],
    });
    return rows.length === 1;
  }

  /** @returns false when the account has one already */
  async beginTotp(tx: Tx, userId: string, secret: Buffer): Promise<boolean> {
    const rows = await tx.query({
      text: `insert into totp_factors (id, user_id, secret) values ($1, $2, $3)
             on conflict (user_id) do update
               set id = excluded.id, secret = excluded.secret, last_step = 0, begun_at = now()
             where totp_factors.confirmed_at is null returning 1`,
      values: [newId(), userId, secret],
    });
    return rows.length === 1;
  }

  /**
   * @returns the id of the app; null when another enrolment was started meanwhile, or none is open
   */
  async confirmTotp(tx: Tx, userId: string, secret: Buffer, step: number): Promise<string | null> {
    const [app] = await tx.query<{ id: string }>({
      text: `update totp_factors set confirmed_at = now(), last_step = $3
             where user_id = $1 and secret = $2 and confirmed_at is null returning id`,
      values: [userId, secret, step],
    });
    return app?.id ?? null;
  }

  /**
   * @returns whether this call has used the time step. A step is used once, and never after a later
   * one.
   */
  async takeStep(tx: Tx, userId: string, step: number): Promise<boolean> {
    const rows = await tx.query({
      name: 'totp_take',
      text: `update totp_factors set last_step = $2
             where user_id = $1 and last_step < $2 and confirmed_at is not null returning 1`,
      values: [userId, step],
    });
    return rows.length === 1;
  }

  async replaceSecret(within: Queryable, userId: string, from: Buffer, to: Buffer): Promise<void> {
    await within.query({
      text: 'update totp_factors set secret = $3 where user_id = $1 and secret = $2',
      values: [userId, from, to],
    });
  }

  /** The next secrets after an account. */
  async listSecrets(afterId: string, limit: number): Promise<{ userId: string; secret: Buffer }[]> {
    return this.database.query({
      text: `select user_id as "userId", secret from totp_factors
             where user_id > $1 order by user_id limit $2`,
      values: [afterId, limit],
    });
  }

  /** From then on passkeys rely on the password alone, so they are removed when it changes. */
  async removeTotp(tx: Tx, userId: string): Promise<void> {
    await tx.query({ text: 'delete from totp_factors where user_id = $1', values: [userId] });
    await tx.query({ text: 'delete from recovery_codes where user_id = $1', values: [userId] });
    await tx.query({
      text: 'update passkeys set by_password = true where user_id = $1 and not by_password',
      values: [userId],
    });
  }

  /** Replaces the existing codes. */
  async replaceRecoveryCodes(tx: Tx, userId: string, digests: readonly Buffer[]): Promise<void> {
    await tx.query({ text: 'delete from recovery_codes where user_id = $1', values: [userId] });
    await this.addRecoveryCodes(tx, userId, digests);
  }

  async addRecoveryCodes(tx: Tx, userId: string, digests: readonly Buffer[]): Promise<void> {
    await tx.query({
      text: 'insert into recovery_codes (user_id, digest) select $1, unnest($2::bytea[])',
      values: [userId, digests],
    });
  }

  /** @returns whether this call has used it */
  async useRecoveryCode(tx: Tx, userId: string, digest: Buffer): Promise<boolean> {
    const rows = await tx.query({
      text: `update recovery_codes set used_at = now()
             where user_id = $1 and digest = $2 and used_at is null returning 1`,
      values: [userId, digest],
    });
    return rows.length === 1;
  }

  async countRecoveryCodes(userId: string): Promise<number> {
    const [{ count }] = await this.database.query<{ count: number }>({
      name: 'recovery_codes_left',
      text: 'select count(*)::int as count from recovery_codes where user_id = $1 and used_at is null',
      values: [userId],
    });
    return count;
  }
}
