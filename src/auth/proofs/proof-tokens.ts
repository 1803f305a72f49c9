import { Injectable } from '@nestjs/common';
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { AppConfig } from '../../config/app-config.js';
import { isUuid } from '../../text/plain/uuid.js';
import type { AddedWay } from '../factors/added-way.js';
import { deriveSigningKeys } from '../sessions/signing-key.js';

/**
 * The purposes of a link that proves access to a mailbox. `confirm`: the address that the account
 * has or starts with. `reset`: a forgotten password. `change`: a new address. `take-back`: the
 * former address. `not-me`: a sign-in method that somebody else has added.
 */
export type Purpose = 'confirm' | 'reset' | 'change' | 'take-back' | 'not-me';

/** The data that a token is derived from. */
export interface Provable {
  id: string;
  userId: string;
  purpose: Purpose;
  emailKey: string;
  /** The sign-in method that a link of `not-me` removes. */
  way?: AddedWay | null;
}

/** The data of an account that must not have changed since the request of the mail. */
export interface AccountState {
  emailKey: string | null;
  passwordHash: string | null;
}

/** The parts of the state that must be unchanged, by purpose. */
const HELD: Readonly<Record<Purpose, readonly (keyof AccountState)[]>> = {
  confirm: ['emailKey'],
  reset: ['emailKey', 'passwordHash'],
  change: ['emailKey', 'passwordHash'],
  'take-back': [],
  // After a change of the address this link is invalid: the `take-back` link of the former address
  // removes what was added, too.
  'not-me': ['emailKey'],
};

/** The claims of a token before verification. */
export interface PresentedProof {
  id: string;
  mac: Buffer;
}

const MAC_BYTES = 32;

/**
 * The tokens of links in mails: `<id>.<HMAC>`. The task that sends the mail derives the token from
 * its row, so no job, table or log contains it. A reader of the database cannot create one without
 * the key.
 */
@Injectable()
export class ProofTokens {
  private readonly keys: readonly [KeyObject, ...KeyObject[]];

  constructor(config: AppConfig) {
    this.keys = deriveSigningKeys(config, 'account proofs');
  }

  derive(proof: Provable): string {
    return `${proof.id}.${mac(this.keys[0], partsOf(proof)).toString('base64url')}`;
  }

  /** Whether a token was issued for this row. */
  proves({ mac: given }: PresentedProof, proof: Provable): boolean {
    const parts = partsOf(proof);
    return this.keys.some((key) => timingSafeEqual(given, mac(key, parts)));
  }

  /** A digest of the state, for comparison. */
  stateOf(purpose: Purpose, account: AccountState): Buffer {
    return mac(this.keys[0], statePartsOf(purpose, account));
  }

  /** Whether an account is in the state of a digest. */
  isState(digest: Buffer, purpose: Purpose, account: AccountState): boolean {
    const parts = statePartsOf(purpose, account);
    return this.keys.some((key) => timingSafeEqual(digest, mac(key, parts)));
  }
}

/** Parses a token; null for an invalid one. */
export function readProofToken(token: string): PresentedProof | null {
  const [id, encoded, ...more] = token.split('.');
  if (!isUuid(id) || id !== id.toLowerCase() || encoded === undefined || more.length > 0)
    return null;
  const bytes = Buffer.from(encoded, 'base64url');
  // The decoder ignores invalid characters, so the spelling is compared: a token has only one.
  if (bytes.length !== MAC_BYTES || bytes.toString('base64url') !== encoded) return null;
  return { id, mac: bytes };
}

function partsOf({ id, purpose, userId, emailKey, way }: Provable): string[] {
  return ['token', id, purpose, userId, emailKey, ...(way ? [way.kind, way.id ?? ''] : [])];
}

function statePartsOf(purpose: Purpose, account: AccountState): string[] {
  return ['state', purpose, ...HELD[purpose].map((part) => account[part] ?? '')];
}

/** As JSON, so that the parts are unambiguous. */
function mac(key: KeyObject, parts: readonly string[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest();
}
