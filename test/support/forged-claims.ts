import { type Claims, encode, type Forged, HEADER, signed, signedText } from './forging.js';
import { HOST, HOST_SECRET, hostToken, now, TALK } from './host-tokens.js';

/** Tokens signed by the site with another type or claims, or changed after signing. */
export async function ofOtherContent(claims: Claims): Promise<Forged[]> {
  return [
    ...(await ofOtherTypes(claims)),
    ...(await withOtherClaims(claims)),
    ...(await rewritten(claims)),
  ];
}

async function ofOtherTypes(claims: Claims): Promise<Forged[]> {
  const forged: Forged[] = [];
  for (const typ of [
    'at+jwt',
    'application/at+jwt',
    'JWE',
    'dpop+jwt',
    'logout+jwt',
    '',
    0,
    ['x'],
  ]) {
    forged.push([`typ ${String(typ)}`, signed({ ...HEADER, typ }, claims, HOST_SECRET)]);
  }
  for (const crit of [['b64'], ['exp'], [], 'b64', null]) {
    const header = { ...HEADER, crit, b64: true };
    forged.push([`crit ${JSON.stringify(crit)}`, signed(header, claims, HOST_SECRET)]);
  }
  return forged;
}

async function withOtherClaims(claims: Claims): Promise<Forged[]> {
  const at = now();
  const others: Claims[] = [
    ...['', `${HOST}/`, HOST.toUpperCase(), 'colloquy', TALK, `${HOST}.evil.example`].map(
      (iss) => ({
        iss,
      }),
    ),
    ...[undefined, null, [HOST], { iss: HOST }].map((iss) => ({ iss })),
    ...['', `${TALK}/`, 'colloquy', HOST, TALK.toUpperCase(), '*'].map((aud) => ({ aud })),
    ...[undefined, null, [], [HOST], [[TALK]], { aud: TALK }, 7].map((aud) => ({ aud })),
    ...[undefined, null, 0, -1, at, at - 1, at - 86_400, at + 86_400 * 2, at * 1_000].map(
      (exp) => ({
        exp,
      }),
    ),
    ...[String(at + 600), 1e308, '', [at + 600], true].map((exp) => ({ exp })),
    ...[at + 600, at * 1_000, String(at - 5), null, [], true].map((nbf) => ({ nbf })),
    ...[at + 600, at * 1_000, String(at - 5), null, [], -1].map((iat) => ({ iat })),
    ...['', 'x'.repeat(256), 'another', 'a\0b', '\u202e', 7.5, true, ['x'], {}].map((sub) => ({
      sub,
    })),
    { sub: undefined, user: undefined },
    { sub: undefined, user: { username: 'forged' } },
    ...['x', 7, [], true].map((user) => ({ user })),
  ];
  return others.map((other) => [
    JSON.stringify(other, (_, value: unknown) => value ?? String(value)).slice(0, 60),
    signed(HEADER, { ...claims, ...other }, HOST_SECRET),
  ]);
}

/** Valid tokens with a part changed after signing. */
async function rewritten(claims: Claims): Promise<Forged[]> {
  const [header, payload, signature] = (await hostToken(claims)).split('.');
  const admin = encode({ ...claims, user: { id: 'admin', role: 'admin' } });
  const forged: Forged[] = [
    ['another payload', [header, admin, signature].join('.')],
    ['two payloads', [header, payload, admin, signature].join('.')],
    ['padding', `${header}.${payload}.${signature}=`],
    ['a line break', `${header}.${payload}.${signature}\n`],
    ['a space before it', ` ${header}.${payload}.${signature}`],
    ['another spelling of its end', [header, payload, respelled(signature)].join('.')],
    ['half a signature', [header, payload, signature.slice(0, 20)].join('.')],
    ['no signature', `${header}.${payload}.`],
    ['no payload', `${header}..${signature}`],
    ['two parts', `${header}.${payload}`],
    ['JSON', JSON.stringify({ protected: header, payload, signature })],
    ['a payload that is a list', signedText(HEADER, JSON.stringify([claims]), HOST_SECRET)],
    ['a payload that is no JSON', signedText(HEADER, 'exp', HOST_SECRET)],
    ['too long', signed(HEADER, { ...claims, filler: 'x'.repeat(9_000) }, HOST_SECRET)],
    ['nothing', ''],
    ['dots', '..'],
  ];
  for (let at = 1; at <= 8; at++) {
    const byte = Buffer.from(signature, 'base64url');
    byte[at] ^= 1 << (at % 8);
    forged.push([`bit ${at} turned`, `${header}.${payload}.${byte.toString('base64url')}`]);
  }
  return forged;
}

/** Another text for the same bytes: its last character has redundant bits. */
function respelled(signature: string): string {
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return signature.slice(0, -1) + LETTERS[LETTERS.indexOf(signature.at(-1)!) ^ 1];
}
