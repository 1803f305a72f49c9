import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { violates } from '../../database/postgres-errors.js';
import { EmailTaken } from '../viewer/users.errors.js';
import { hasOwnAddress } from './own-address.sql.js';

/** An address in the two stored forms. */
export interface EmailAddress {
  email: string;
  emailKey: string;
}

/** The e-mail addresses of accounts and their state. */
@Injectable()
export class UserEmailsRepository {
  constructor(private readonly database: Database) {}

  /** Marks the address as confirmed and reachable, because a mail has arrived there. */
  async confirm(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      text: `update users set email_verified_at = coalesce(email_verified_at, now()),
                              email_failed_at = null, updated_at = now()
             where id = $1`,
      values: [userId],
    });
  }

  /**
   * Takes a proved address from an account that has it unconfirmed. That account is kept, and its
   * holder signs in by the user name. Otherwise anybody could block an address for its owner by
   * registering with it.
   * @param userId the account that has proved it
   */
  async release(tx: Tx, userId: string, emailKey: string): Promise<void> {
    await tx.query({
      text: `update users set email = null, email_key = null, email_failed_at = null,
                              version = version + 1, updated_at = now()
             where email_key = $2 and id <> $1 and not ${hasOwnAddress('users')}`,
      values: [userId, emailKey],
    });
  }

  /**
   * Gives an account a confirmed address. A pending account thereby becomes a full one.
   * @throws EmailTaken when the address is another account's own
   */
  async set(tx: Tx, userId: string, { email, emailKey }: EmailAddress): Promise<void> {
    await this.release(tx, userId, emailKey);
    try {
      await tx.query({
        text: `update users set email = $2, email_key = $3, email_verified_at = now(),
                                email_failed_at = null, pending_until = null, updated_at = now()
               where id = $1`,
        values: [userId, email, emailKey],
      });
    } catch (error) {
      throw violates(error, 'users_email_key') ? new EmailTaken() : error;
    }
  }

  /** Extends the deadline of a pending account to the end of its newest link. */
  async keepPending(tx: Tx, userId: string, seconds: number): Promise<void> {
    await tx.query({
      text: `update users set pending_until = greatest(pending_until, now() + make_interval(secs => $2))
             where id = $1 and pending_until is not null`,
      values: [userId, seconds],
    });
  }

  /** The former password can no longer sign in. */
  async dropPassword(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      text: 'update users set password_hash = null, updated_at = now() where id = $1',
      values: [userId],
    });
  }

  /**
   * Records a bounce: no more mail is sent to the address. @returns whether an account has the
   * address
   */
  async noteFailure(emailKey: string): Promise<boolean> {
    const rows = await this.database.execute({
      text: `update users set email_failed_at = coalesce(email_failed_at, now())
             where email_key = $1 returning 1`,
      values: [emailKey],
    });
    return rows.length === 1;
  }

  /** The owner requests another attempt. */
  async forgetFailure(tx: Queryable, userId: string): Promise<void> {
    await tx.query({
      text: 'update users set email_failed_at = null where id = $1 and email_failed_at is not null',
      values: [userId],
    });
  }

  async findKey(userId: string): Promise<string | null> {
    const [user] = await this.database.query<{ emailKey: string | null }>({
      text: 'select email_key as "emailKey" from users where id = $1',
      values: [userId],
    });
    return user?.emailKey ?? null;
  }
}
