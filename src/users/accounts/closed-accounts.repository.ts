import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { SOMEBODY } from '../../text/plain/somebody.js';
import { erasedKey } from './imported-authors.repository.js';
import { isUnused } from './traces.sql.js';

/** Closed accounts, and the remaining rows of erased ones. */
@Injectable()
export class ClosedAccountsRepository {
  constructor(private readonly database: Database) {}

  /** From the commit on, the account cannot do anything that others see. */
  async close(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      text: 'update users set closed_at = now(), version = version + 1 where id = $1',
      values: [userId],
    });
  }

  async reopen(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      text: 'update users set closed_at = null, version = version + 1 where id = $1',
      values: [userId],
    });
  }

  /**
   * Deletes everything of an account except its id. It stays closed. Only moderators see its new
   * name.
   */
  async empty(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      text: `update users set kind = 'erased', role = 'member', username = null, display_name = '${SOMEBODY.en}',
               bio = '', avatar_url = null, badges = '{}', email = null, email_key = null, email_verified_at = null,
               email_failed_at = null, password_hash = null, standing = 'active', standing_until = null,
               foreign_key = case when foreign_key like 'erased:%' then foreign_key else ${erasedKey('foreign_key')} end,
               created_at = now(), updated_at = now(), language = null, pending_until = null, terms_version = null,
               terms_accepted_at = null, closed_at = now(), version = version + 1
             where id = $1`,
      values: [userId],
    });
  }

  /**
   * Deletes the rows of erased accounts without references. The row of an imported author is kept:
   * a later import must recognise the author, and not restore them.
   */
  async dropUnused(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query({
      text: `delete from users u where id = any($1::uuid[]) and kind = 'erased' and source is null
               and ${isUnused('u')}`,
      values: [ids],
    });
  }

  /** The given accounts that exist and are not erased. */
  async listUnerased(ids: readonly string[]): Promise<{ id: string; imported: boolean }[]> {
    return this.database.query({
      text: `select id, kind = 'imported' as imported from users where id = any($1::uuid[]) and kind <> 'erased'`,
      values: [ids],
    });
  }
}
