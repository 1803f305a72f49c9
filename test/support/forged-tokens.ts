import { SignJWT } from 'jose';
import { hkdfSync } from 'node:crypto';
import { ofOtherContent } from './forged-claims.js';
import { ofOtherSigners } from './forged-keys.js';
import type { Forged } from './forging.js';
import { HOST, HOST_PRIVATE_KEY, HOST_SECRET, hostToken, now, TALK } from './host-tokens.js';

interface Known {
  /** The subject of an existing account. */
  subject: string;
  /** The service's own token of the same account. */
  accessToken: string;
  refreshToken: string;
  authSecret: string;
  userId: string;
}

/** More than 150 tokens, each with exactly one flaw. */
export async function forgeTokens(known: Known): Promise<Forged[]> {
  const user = { id: known.subject, username: 'forged' };
  const sub = known.subject;
  const claims = { iss: HOST, aud: TALK, iat: now(), exp: now() + 600, sub, user };
  return [
    ...(await ofOtherSigners(claims)),
    ...(await ofOtherContent(claims)),
    ...(await ofOtherFlows(known)),
  ];
}

/** Tokens for other purposes here, and tokens signed with the service's own secret. */
async function ofOtherFlows(known: Known): Promise<Forged[]> {
  const forged: Forged[] = [
    ['our access token', known.accessToken],
    ['our refresh token', known.refreshToken],
    ['the secret', HOST_SECRET],
  ];
  const purposes = ['access tokens', 'refresh tokens', 'limits', 'oidc state', 'proofs'];
  for (const purpose of purposes) {
    const key = hkdfSync('sha256', known.authSecret, '', `colloquy ${purpose} v1`, 32);
    const token = await new SignJWT({ user: { id: known.subject } })
      .setProtectedHeader({ alg: 'HS256', kid: 'old' })
      .setIssuer(HOST)
      .setAudience(TALK)
      .setSubject(known.subject)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(new Uint8Array(key));
    forged.push([`signed with our key of ${purpose}`, token]);
  }
  return forged;
}

/**
 * Valid tokens of the host site that carry the claims of an access token without being one: for
 * endpoints that accept only access tokens.
 */
export async function disguisedTokens(known: Known & { sessionId: string }): Promise<Forged[]> {
  const claims = { sub: known.userId, sid: known.sessionId };
  const ours = { ...claims, iss: 'colloquy', aud: 'colloquy' };
  return [
    ['a good token of the site', await hostToken({ sub: known.subject })],
    ['one about our id', await hostToken(claims)],
    ['one that says that it is ours', await hostToken(ours)],
    ['one of our type', await hostToken(ours, { header: { typ: 'at+jwt' } })],
    [
      'one of our type without a name',
      await hostToken(ours, { header: { typ: 'at+jwt', kid: undefined } }),
    ],
    [
      'one of our type with the other key',
      await hostToken(ours, {
        header: { typ: 'at+jwt', alg: 'EdDSA', kid: 'new' },
        key: HOST_PRIVATE_KEY,
      }),
    ],
  ];
}
