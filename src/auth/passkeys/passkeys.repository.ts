import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { instantSql } from '../../database/json-text.js';
import { violates } from '../../database/postgres-errors.js';
import type { Member } from '../../users/viewer/viewer.js';

/** The data of a passkey for verification. */
export interface Passkey {
  id: string;
  userId: string;
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
}

export interface NewPasskey extends Passkey {
  name: string;
  backedUp: boolean;
  /** Whether somebody who knew only the password may have added it. */
  byPassword: boolean;
}

/** A passkey in the form for its owner. */
export interface ListedPasskey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  backedUp: boolean;
}

const LISTED = `id, name, ${instantSql('created_at')} as "createdAt",
  ${instantSql('last_used_at')} as "lastUsedAt", backed_up as "backedUp"`;
const CHECKED = `id, user_id as "userId", credential_id as "credentialId", public_key as "publicKey", counter`;

@Injectable()
export class PasskeysRepository {
  constructor(private readonly database: Database) {}

  async list(userId: string): Promise<ListedPasskey[]> {
    return this.database.query<ListedPasskey>({
      name: 'passkeys_of_user',
      text: `select ${LISTED} from passkeys where user_id = $1 order by id desc`,
      values: [userId],
    });
  }

  /** The passkeys of an account with the data for verification. */
  async listKeys(userId: string, within: Queryable = this.database): Promise<Passkey[]> {
    return within.query<Passkey>({
      text: `select ${CHECKED} from passkeys where user_id = $1`,
      values: [userId],
    });
  }

  async findKey(credentialId: Buffer): Promise<Passkey | null> {
    const [passkey] = await this.database.query<Passkey>({
      name: 'passkey_of_credential',
      text: `select ${CHECKED} from passkeys where credential_id = $1`,
      values: [credentialId],
    });
    return passkey ?? null;
  }

  /**
   * Whether a session has two factors that do not both rely on the password. The account must have
   * had its app before the session, and must have no passkey that somebody who knew only the
   * password may have added.
   */
  async isOfTwoFactors(tx: Tx, { id, sessionId }: Member): Promise<boolean> {
    const rows = await tx.query({
      text: `select 1 from sessions s join totp_factors t using (user_id)
             where s.user_id = $1 and s.id = $2 and s.second_factor and t.confirmed_at < s.created_at
               and not exists (select 1 from passkeys where user_id = $1 and by_password)`,
      values: [id, sessionId],
    });
    return rows.length === 1;
  }

  /** @returns null when an account already has the credential */
  async insert(tx: Tx, passkey: NewPasskey): Promise<ListedPasskey | null> {
    const { id, userId, credentialId, publicKey, counter, name, backedUp, byPassword } = passkey;
    try {
      const [listed] = await tx.query<ListedPasskey>({
        text: `insert into passkeys (id, user_id, credential_id, public_key, counter, name, backed_up, by_password)
               values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${LISTED}`,
        values: [id, userId, credentialId, publicKey, counter, name, backedUp, byPassword],
      });
      return listed;
    } catch (error) {
      if (violates(error, 'passkeys_credential_key')) return null;
      throw error;
    }
  }

  /**
   * Records a use. A counter that does not grow indicates a cloned passkey. Counters that are
   * always zero are ignored.
   * @returns false if the counter was already reached, or the passkey was removed
   */
  async use(tx: Tx, id: string, counter: number, backedUp: boolean): Promise<boolean> {
    const rows = await tx.query({
      name: 'passkey_use',
      text: `update passkeys set counter = $2, backed_up = $3, last_used_at = now()
             where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning 1`,
      values: [id, counter, backedUp],
    });
    return rows.length === 1;
  }

  async rename(tx: Tx, userId: string, id: string, name: string): Promise<ListedPasskey | null> {
    const [listed] = await tx.query<ListedPasskey>({
      text: `update passkeys set name = $3 where id = $2 and user_id = $1 returning ${LISTED}`,
      values: [userId, id, name],
    });
    return listed ?? null;
  }

  async remove(tx: Tx, userId: string, id: string): Promise<boolean> {
    const rows = await tx.query({
      text: 'delete from passkeys where id = $2 and user_id = $1 returning 1',
      values: [userId, id],
    });
    return rows.length === 1;
  }

  /** @returns whether this call has used it */
  async useChallenge(tx: Tx, digest: Buffer, lastsSeconds: number): Promise<boolean> {
    const rows = await tx.query({
      name: 'challenge_use',
      text: `insert into used_challenges (digest, expires_at) values ($1, now() + make_interval(secs => $2))
             on conflict do nothing returning 1`,
      values: [digest, lastsSeconds],
    });
    return rows.length === 1;
  }
}
