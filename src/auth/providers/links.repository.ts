import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { instantSql } from '../../database/json-text.js';

interface Link {
  id: string;
  issuer: string;
  since: string;
}

/** Identities of accounts as their owners see them. */
@Injectable()
export class LinksRepository {
  constructor(private readonly database: Database) {}

  async list(userId: string): Promise<Link[]> {
    return this.database.query<Link>({
      name: 'identities_of_user',
      text: `select id, issuer, ${instantSql('created_at')} as since
             from identities where user_id = $1 order by created_at desc, id`,
      values: [userId],
    });
  }

  /** @returns false where the account has no such one */
  async remove(tx: Tx, userId: string, id: string): Promise<boolean> {
    const rows = await tx.query({
      text: 'delete from identities where user_id = $1 and id = $2 returning 1',
      values: [userId, id],
    });
    return rows.length === 1;
  }

  /**
   * Whether an account can be signed in to: by a password, a passkey, or another site.
   * @param issuers of the sites that sign in today
   */
  async hasWayIn(tx: Tx, userId: string, issuers: readonly string[]): Promise<boolean> {
    const rows = await tx.query({
      text: `select 1 from users where id = $1 and password_hash is not null
             union all select 1 from passkeys where user_id = $1
             union all select 1 from identities where user_id = $1 and issuer = any($2) limit 1`,
      values: [userId, issuers],
    });
    return rows.length === 1;
  }
}
