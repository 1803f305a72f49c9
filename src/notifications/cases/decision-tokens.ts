import { Injectable } from '@nestjs/common';
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { deriveSigningKeys } from '../../auth/sessions/signing-key.js';
import { AppConfig } from '../../config/app-config.js';
import { isUuid } from '../../text/plain/uuid.js';

/** The actions of decision links. */
export const LINK_ACTIONS = ['approve', 'remove'] as const;
export type LinkAction = (typeof LINK_ACTIONS)[number];

/** A decision on the version of a comment in the mail. */
export interface OfferedDecision {
  commentId: string;
  version: number;
  action: LinkAction;
  /** In seconds since the epoch. */
  endsAt: number;
}

/** The account that may use the link. A new address or password invalidates it. */
interface Holder {
  id: string;
  emailKey: string | null;
  passwordHash: string | null;
}

interface PresentedDecision {
  userId: string;
  offered: OfferedDecision;
  mac: Buffer;
}

/** How long the links of a mail are valid. */
const LASTS_SECONDS = 7 * 86_400;
const MAC_BYTES = 32;
const OFFER = /^(approve|remove)_([0-9a-f-]{36})_([1-9]\d{0,9})_([1-9]\d{0,10})$/;

/**
 * The tokens of decision links in mails to staff: `<account>.<what>.<HMAC>`. A token is valid for
 * one action on one version of one comment. It is derived and never stored. A decision raises the
 * version, so a token works once.
 */
@Injectable()
export class DecisionTokens {
  private readonly keys: readonly [KeyObject, ...KeyObject[]];

  constructor(config: AppConfig) {
    this.keys = deriveSigningKeys(config, 'decisions by mail');
  }

  derive(holder: Holder, offered: OfferedDecision): string {
    const mac = prove(this.keys[0], holder, offered).toString('base64url');
    return `${holder.id}.${textOf(offered)}.${mac}`;
  }

  /** Whether a token was issued for the account in its current state, and has not expired. */
  proves({ userId, offered, mac }: PresentedDecision, holder: Holder): boolean {
    const isOurs = this.keys.some((key) => timingSafeEqual(mac, prove(key, holder, offered)));
    return isOurs && userId === holder.id && offered.endsAt > Date.now() / 1_000;
  }
}

/** When a link that is mailed now expires. */
export function endOfLinks(): number {
  return Math.floor(Date.now() / 1_000) + LASTS_SECONDS;
}

/** Parses a token; null for an invalid one. A token has only one spelling. */
export function readDecisionToken(token: string): PresentedDecision | null {
  const [userId, what = '', encoded = '', ...more] = token.split('.');
  const [, action, commentId = '', version, endsAt] = OFFER.exec(what) ?? [];
  const mac = Buffer.from(encoded, 'base64url');
  const isOne =
    isUuid(userId) &&
    userId === userId.toLowerCase() &&
    isUuid(commentId) &&
    mac.length === MAC_BYTES &&
    mac.toString('base64url') === encoded &&
    more.length === 0;
  if (!isOne) return null;
  const offered = { commentId, version: Number(version), endsAt: Number(endsAt) };
  return { userId, offered: { ...offered, action: action as LinkAction }, mac };
}

function textOf({ action, commentId, version, endsAt }: OfferedDecision): string {
  return `${action}_${commentId}_${version}_${endsAt}`;
}

/** As JSON, so that the parts are unambiguous. */
function prove(key: KeyObject, holder: Holder, offered: OfferedDecision): Buffer {
  const { id, emailKey, passwordHash } = holder;
  return createHmac('sha256', key)
    .update(JSON.stringify([id, emailKey, passwordHash, textOf(offered)]))
    .digest();
}
