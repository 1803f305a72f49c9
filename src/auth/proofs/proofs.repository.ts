import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import type { Language } from '../../text/plain/languages.js';
import { hasOwnAddress } from '../../users/accounts/own-address.sql.js';
import type { AddedWay } from '../factors/added-way.js';
import type { Provable } from './proof-tokens.js';

export interface NewProof extends Provable {
  way: AddedWay | null;
  email: string;
  state: Buffer;
  language: Language;
  lastsSeconds: number;
}

/** The current state of a proof and its account. */
export interface Proof extends Omit<NewProof, 'lastsSeconds'> {
  /** Neither used nor expired. */
  open: boolean;
  account: {
    username: string;
    displayName: string;
    email: string;
    emailKey: string | null;
    emailFailed: boolean;
    passwordHash: string | null;
    pending: boolean;
  };
  /** The other account with the address, and whether it is confirmed there. */
  holder: { username: string; email: string; owns: boolean } | null;
}

@Injectable()
export class ProofsRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Queryable, proof: NewProof): Promise<void> {
    const { id, userId, purpose, email, emailKey, state, language, lastsSeconds } = proof;
    const { kind = null, id: wayId = null } = proof.way ?? {};
    await tx.query({
      name: 'proof_insert',
      text: `insert into account_proofs (id, user_id, purpose, email, email_key, state, language, expires_at, way, way_id)
             values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8), $9, $10)`,
      values: [id, userId, purpose, email, emailKey, state, language, lastsSeconds, kind, wayId],
    });
  }

  async find(id: string, from: Queryable = this.database): Promise<Proof | null> {
    const [proof] = await from.query<Proof>({
      name: 'proof_find',
      text: `select p.id, p.user_id as "userId", p.purpose, p.email, p.email_key as "emailKey", p.state, p.language,
               p.used_at is null and p.expires_at > now() as open,
               case when p.way is not null then json_build_object('kind', p.way, 'id', p.way_id) end as way,
               case when other.id is not null
                 then json_build_object('username', other.username, 'email', other.email,
                   'owns', ${hasOwnAddress('other')}) end as holder,
               json_build_object('username', u.username, 'displayName', u.display_name, 'email', u.email,
                 'emailKey', u.email_key, 'emailFailed', u.email_failed_at is not null,
                 'passwordHash', u.password_hash, 'pending', u.pending_until is not null) as account
             from account_proofs p join users u on u.id = p.user_id
               left join users other on other.email_key = p.email_key and other.id <> p.user_id
             where p.id = $1`,
      values: [id],
    });
    return proof ?? null;
  }

  /** @returns whether this call has used it */
  async use(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query({
      text: `update account_proofs set used_at = now()
             where id = $1 and used_at is null and expires_at > now() returning 1`,
      values: [id],
    });
    return rows.length === 1;
  }

  /**
   * Invalidates the other open links of an account, except those that restore an older address or
   * remove a sign-in method: an intruder may have added several, and each has its own link.
   */
  async endOthers(tx: Tx, { id, userId }: Pick<Proof, 'id' | 'userId'>): Promise<void> {
    await tx.query({
      text: `update account_proofs p set used_at = now() from account_proofs used
             where used.id = $1 and p.user_id = $2 and p.id <> used.id and p.used_at is null
               and p.purpose <> 'not-me' and (p.purpose <> 'take-back' or p.created_at >= used.created_at)`,
      values: [id, userId],
    });
  }
}
