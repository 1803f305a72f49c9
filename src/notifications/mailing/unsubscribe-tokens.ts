import { Injectable } from '@nestjs/common';
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { deriveSigningKeys } from '../../auth/sessions/signing-key.js';
import type { SubscriptionLevel } from '../../comments/read-state/read-state.dto.js';
import { AppConfig } from '../../config/app-config.js';
import { isUuid } from '../../text/plain/uuid.js';
import { MAILED_KINDS, type MailedKind } from '../bell/notification-kinds.js';

/** The subject of an unsubscribe link: some kinds of mail, or the notifications of a post. */
export type Ending =
  | { kinds: readonly MailedKind[] }
  | { postId: string; level: Exclude<SubscriptionLevel, 'all'> };

/** The recipient of the mail, in the state of the account at that time. */
interface Holder {
  userId: string;
  emailKey: string;
}

interface PresentedEnding {
  userId: string;
  ending: Ending;
  mac: Buffer;
}

const MAC_BYTES = 32;
const LEVELS = ['replies', 'none'] as const;

/**
 * The tokens of unsubscribe links, which need no sign-in: `<account>.<what>.<HMAC>`. A token is
 * valid for its subject, for the account, and for the address of the mail. It is derived, never
 * stored, and does not expire, because mails are kept.
 */
@Injectable()
export class UnsubscribeTokens {
  private readonly keys: readonly [KeyObject, ...KeyObject[]];

  constructor(config: AppConfig) {
    this.keys = deriveSigningKeys(config, 'unsubscribing');
  }

  derive(holder: Holder, ending: Ending): string {
    const mac = prove(this.keys[0], holder, ending).toString('base64url');
    return `${holder.userId}.${textOf(ending)}.${mac}`;
  }

  proves({ userId, ending, mac }: PresentedEnding, emailKey: string): boolean {
    const holder = { userId, emailKey };
    return this.keys.some((key) => timingSafeEqual(mac, prove(key, holder, ending)));
  }
}

/** Parses a token; null for an invalid one. A token has only one spelling. */
export function readUnsubscribeToken(token: string): PresentedEnding | null {
  const [userId, what = '', encoded = '', ...more] = token.split('.');
  const ending = endingOf(what);
  const mac = Buffer.from(encoded, 'base64url');
  const isOne =
    isUuid(userId) &&
    ending !== null &&
    textOf(ending) === what &&
    userId === userId.toLowerCase() &&
    mac.length === MAC_BYTES &&
    mac.toString('base64url') === encoded &&
    more.length === 0;
  return isOne ? { userId, ending, mac } : null;
}

function textOf(ending: Ending): string {
  return 'kinds' in ending ? ending.kinds.join('_') : `${ending.level}_${ending.postId}`;
}

function endingOf(text: string): Ending | null {
  const parts = text.split('_');
  const level = LEVELS.find((one) => one === parts[0]);
  if (level) return isUuid(parts[1] ?? '') ? { postId: parts[1].toLowerCase(), level } : null;
  const kinds = MAILED_KINDS.filter((type) => parts.includes(type));
  return kinds.length > 0 ? { kinds } : null;
}

/** As JSON, so that the parts are unambiguous. */
function prove(key: KeyObject, { userId, emailKey }: Holder, ending: Ending): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([userId, emailKey, textOf(ending)]))
    .digest();
}
