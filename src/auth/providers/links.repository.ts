import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { instantSql } from '../../database/json-text.js';

interface Link {
  id: string;
  issuer: string;
  since: string;
  /** Whether it created the account. */
  origin: boolean;
}

/** Identities of accounts in the form for their owners. */
@Injectable()
export class LinksRepository {
  constructor(private readonly database: Database) {}

  async list(userId: string): Promise<Link[]> {
    return this.database.query<Link>({
      name: 'identities_of_user',
      text: `select id, issuer, ${instantSql('created_at')} as since, not linked as origin
             from identities where user_id = $1 order by created_at desc, id`,
      values: [userId],
    });
  }

  /** @returns null when the account has no such link */
  async find(tx: Tx, userId: string, id: string): Promise<Pick<Link, 'origin'> | null> {
    const [link] = await tx.query<Pick<Link, 'origin'>>({
      text: 'select not linked as origin from identities where user_id = $1 and id = $2',
      values: [userId, id],
    });
    return link ?? null;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query({ text: 'delete from identities where id = $1', values: [id] });
  }

  /**
   * Whether an account has a sign-in method: a password, a passkey, or another site.
   * @param byPasskey whether passkeys are enabled
   * @param issuers of the enabled sites
   */
  async hasWayIn(
    tx: Tx,
    userId: string,
    byPasskey: boolean,
    issuers: readonly string[],
  ): Promise<boolean> {
    const rows = await tx.query({
      text: `select 1 from users where id = $1 and password_hash is not null
             union all select 1 from passkeys where user_id = $1 and $2
             union all select 1 from identities where user_id = $1 and issuer = any($3) limit 1`,
      values: [userId, byPasskey, issuers],
    });
    return rows.length === 1;
  }
}
