import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import { violates } from '../../database/postgres-errors.js';
import { normalise } from '../../text/plain/text-gate.js';
import { emailKey } from './email.js';
import { EmailTaken } from '../viewer/users.errors.js';
import { UserEmailsRepository } from './user-emails.repository.js';

/** Omitted fields stay unchanged. */
export interface ClaimedChange {
  /** Null removes the address. */
  email?: string | null | undefined;
  avatarUrl?: string | undefined;
  badges?: readonly string[] | undefined;
}

/** The claims of the site that created an account, other than names and role. */
@Injectable()
export class ClaimedAccountsRepository {
  constructor(private readonly emails: UserEmailsRepository) {}

  /**
   * The site vouches for an address. It cannot remove one that a password account signs in by.
   * @throws EmailTaken when the address is another account's own
   */
  async change(tx: Tx, userId: string, { email, avatarUrl, badges }: ClaimedChange): Promise<void> {
    const address = email && normalise(email);
    const key = address ? emailKey(address) : null;
    if (key !== null) await this.emails.release(tx, userId, key);
    try {
      await tx.query({
        text: `with kept as (
                 select id as kept_id, $2 and ($3::text is not null or password_hash is null) as takes
                 from users where id = $1 for no key update
               )
               update users
               set email = case when takes then $3 else email end,
                   email_key = case when takes then $4 else email_key end,
                   email_verified_at = case when not takes then email_verified_at when $3::text is not null then now() end,
                   email_failed_at = case when not takes or $4 = email_key then email_failed_at end,
                   avatar_url = coalesce($5, avatar_url), badges = coalesce($6, badges),
                   version = version + 1, updated_at = now()
               from kept where id = kept_id`,
        values: [
          userId,
          email !== undefined,
          address ?? null,
          key,
          avatarUrl ?? null,
          badges ?? null,
        ],
      });
    } catch (error) {
      if (violates(error, 'users_email_key')) throw new EmailTaken();
      throw error;
    }
  }
}
