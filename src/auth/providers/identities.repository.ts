import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { newId } from '../../database/ids.js';
import { instantSql } from '../../database/json-text.js';
import { violates } from '../../database/postgres-errors.js';
import type { ClaimedProfile } from './claimed-profile.js';

/** A user of another site. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** The claims of a site about an identity, and their time. */
export interface Claimed {
  profile: ClaimedProfile;
  /** In seconds; null if the site has not sent it. */
  issuedAt: number | null;
}

/** An identity in the form for the owner of its account. */
interface Link {
  id: string;
  issuer: string;
  since: string;
  /** Whether it created the account. */
  origin: boolean;
}

/** A concurrent request has created the identity, so its account must be looked up. */
export class IdentityIsKnown extends Error {}

@Injectable()
export class IdentitiesRepository {
  constructor(private readonly database: Database) {}

  /** The account of an identity; null if there is none. */
  async findUserId(
    { issuer, subject }: Identity,
    within: Queryable = this.database,
  ): Promise<string | null> {
    const [found] = await within.query<{ userId: string }>({
      name: 'identity_user',
      text: 'select user_id as "userId" from identities where issuer = $1 and subject = $2',
      values: [issuer, subject],
    });
    return found?.userId ?? null;
  }

  /**
   * Stores the identity that creates an account.
   * @throws IdentityIsKnown
   */
  async insert(
    tx: Tx,
    { issuer, subject }: Identity,
    userId: string,
    claimed: Claimed | null,
  ): Promise<void> {
    const { profile = null, issuedAt = null } = claimed ?? {};
    const adding = tx.query({
      text: `insert into identities (id, issuer, subject, user_id, claims, claims_at)
             values ($1, $2, $3, $4, $5, to_timestamp($6))`,
      values: [newId(), issuer, subject, userId, profile, issuedAt],
    });
    await asNew(adding);
  }

  /**
   * Adds an identity to an existing account.
   * @returns the id of the link
   * @throws IdentityIsKnown
   */
  async link(tx: Tx, { issuer, subject }: Identity, userId: string): Promise<string> {
    const adding = tx.query<{ id: string }>({
      text: 'insert into identities (id, issuer, subject, user_id, linked) values ($1, $2, $3, $4, true) returning id',
      values: [newId(), issuer, subject, userId],
    });
    const [{ id }] = await asNew(adding);
    return id;
  }

  /**
   * Stores claims that are newer than the last ones. A repeated token changes nothing.
   * @returns the last ones; null when these are not newer
   */
  async takeClaims(
    tx: Tx,
    { issuer, subject }: Identity,
    { profile, issuedAt }: Claimed,
  ): Promise<Partial<ClaimedProfile> | null> {
    const [taken] = await tx.query<{ former: Partial<ClaimedProfile> | null }>({
      text: `with known as (
               select issuer, subject, claims from identities
               where issuer = $1 and subject = $2
                 and (claims_at is null or claims_at < to_timestamp($4)) for update
             )
             update identities i set claims = $3, claims_at = to_timestamp($4)
             from known where i.issuer = known.issuer and i.subject = known.subject
             returning known.claims as former`,
      values: [issuer, subject, profile, issuedAt],
    });
    return taken ? (taken.former ?? {}) : null;
  }

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

async function asNew<Added>(adding: Promise<Added>): Promise<Added> {
  try {
    return await adding;
  } catch (error) {
    if (violates(error, 'identities_pkey')) throw new IdentityIsKnown();
    throw error;
  }
}
