import { Injectable } from '@nestjs/common';
import { compactVerify, errors } from 'jose';
import { AppConfig } from '../../config/app-config.js';
import type { Sso, SsoKey } from '../../config/sso.js';
import { isObject } from '../../input/fields.js';
import { SignInWayNotFound } from './providers.errors.js';
import { check, judgeClaims, type SsoClaims, type TokenCheck } from './sso-claims.js';

/** The result of the checks of a token. Its claims may be used only if every check passed. */
export interface SsoJudgement {
  checks: TokenCheck[];
  claims: SsoClaims | null;
}

type Json = Readonly<Record<string, unknown>>;

interface Parsed {
  header: Json;
  payload: Json;
}

/** Several times the size of usual claims. */
const MAX_LENGTH = 8_192;
const PART = /^[\w-]+$/;

/**
 * Tokens of the host site. The key is chosen by its id only, and each key has one fixed algorithm.
 * Nothing in a token can influence keys or algorithms (RFC 8725).
 */
@Injectable()
export class SsoTokens {
  constructor(private readonly config: AppConfig) {}

  /** @throws SignInWayNotFound when single sign-on is not configured */
  get site(): Sso {
    if (!this.config.sso) throw new SignInWayNotFound();
    return this.config.sso;
  }

  /** Runs every possible check, so that all faults of a token are reported. */
  async judge(token: string): Promise<SsoJudgement> {
    const { site } = this;
    const parsed = token.length <= MAX_LENGTH ? parse(token) : null;
    const form = check(
      'form',
      parsed !== null,
      'It has the form of a token.',
      `It must be a JWT in its compact form, of at most ${MAX_LENGTH} characters, without "crit".`,
    );
    if (!parsed) return { checks: [form], claims: null };
    const { header, payload } = parsed;
    const { checks, read } = judgeClaims(payload, site, Math.floor(Date.now() / 1_000));
    const all = [
      form,
      check(
        'type',
        isOfType(header.typ),
        'Its "typ" is "JWT", or left out.',
        'Its "typ" must be "JWT", or left out.',
      ),
      ...(await judgeSignature(token, header, site.keys)),
      ...checks,
    ];
    return { checks: all, claims: all.every(({ ok }) => ok) ? read : null };
  }
}

function isOfType(typ: unknown): boolean {
  return typ === undefined || (typeof typ === 'string' && typ.toUpperCase() === 'JWT');
}

async function judgeSignature(
  token: string,
  { kid, alg }: Json,
  keys: readonly SsoKey[],
): Promise<TokenCheck[]> {
  const names = keys.map((key) => `${key.kid} (${key.algorithm})`).join(' and ');
  // Without a key id there must be only one key.
  const key =
    kid === undefined && keys.length === 1 ? keys[0] : keys.find((one) => one.kid === kid);
  const found = check(
    'key',
    key !== undefined,
    `The key is ${key?.kid}.`,
    `Its "kid" must be the name of a live key: ${names}.`,
  );
  if (!key) return [found];
  const algorithm = check(
    'algorithm',
    alg === key.algorithm,
    `Its "alg" is that of the key: ${key.algorithm}.`,
    `Its "alg" must be that of the key ${key.kid}: ${key.algorithm}.`,
  );
  const signature = check(
    'signature',
    algorithm.ok && (await isSigned(token, key)),
    `It was signed with the key ${key.kid}.`,
    `It was not signed with the key ${key.kid} (${key.algorithm}).`,
  );
  return [found, algorithm, signature];
}

async function isSigned(token: string, { key, algorithm }: SsoKey): Promise<boolean> {
  try {
    await compactVerify(token, key, { algorithms: [algorithm] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

/** The parts of a token before verification; null for an invalid one. */
function parse(token: string): Parsed | null {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts.every((part) => PART.test(part) && hasOneSpelling(part))) {
    return null;
  }
  const [header, payload] = parts.slice(0, 2).map(objectIn);
  // No critical extension (`crit`) is supported; one of them changes which bytes are signed.
  return header && payload && header.crit === undefined ? { header, payload } : null;
}

/** Decoders ignore the last bits of a part, so one token would have several encodings. */
function hasOneSpelling(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}

function objectIn(part: string): Json | null {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')),
    );
    return isObject(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}
