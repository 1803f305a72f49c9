import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';
import type { Language } from '../../text/plain/languages.js';

export interface ProofRequest {
  id: string;
  purpose: 'confirm' | 'reset';
  emailKey: string;
  language: Language;
}

/** An account that may have the address, or is pending with it. */
export interface Claimant {
  id: string;
  email: string;
  emailKey: string | null;
  passwordHash: string | null;
  verified: boolean;
}

@Injectable()
export class ProofRequestsRepository {
  async insert(tx: Tx, { id, purpose, emailKey, language }: ProofRequest): Promise<void> {
    await tx.query({
      name: 'proof_request_insert',
      text: 'insert into proof_requests (id, purpose, email_key, language) values ($1, $2, $3, $4)',
      values: [id, purpose, emailKey, language],
    });
  }

  /** @returns null when it was claimed before */
  async take(tx: Tx, id: string): Promise<ProofRequest | null> {
    const [request] = await tx.query<ProofRequest>({
      text: `delete from proof_requests where id = $1
             returning id, purpose, email_key as "emailKey", language`,
      values: [id],
    });
    return request ?? null;
  }

  /** The account of an address; else the newest one that is pending with it. */
  async findClaimant(tx: Tx, emailKey: string): Promise<Claimant | null> {
    const [claimant] = await tx.query<Claimant>({
      text: `select id, email, email_key as "emailKey", password_hash as "passwordHash",
               email_verified_at is not null as verified
             from users
             where email_key = $1 or (pending_until > now() and id in (
               select user_id from account_proofs where email_key = $1 and purpose = 'confirm'))
             order by email_key nulls last, id desc limit 1`,
      values: [emailKey],
    });
    return claimant ?? null;
  }
}
