import { SignJWT, UnsecuredJWT } from 'jose';
import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { HOST, HOST_PRIVATE_KEY, HOST_SECRET, hostToken, now, TALK } from './host-tokens.js';

/** What somebody is told who tries a token that is none: its name, and the token. */
export type Forged = readonly [name: string, token: string];

interface Known {
  /** The subject of an account that is there. */
  subject: string;
  /** Our own tokens, of the same account. */
  accessToken: string;
  refreshToken: string;
  authSecret: string;
  userId: string;
}

const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const OTHER_SECRETS = [
  'x'.repeat(32),
  HOST_SECRET.toLowerCase(),
  `${HOST_SECRET}\n`,
  HOST_SECRET.slice(0, -1),
  Buffer.from(HOST_SECRET, 'base64').toString('hex'),
  'old',
  '\0',
];

/** More than 150 tokens of which each fails in one way, and is good in every other one. */
export async function forgeTokens(known: Known): Promise<Forged[]> {
  const user = { id: known.subject, username: 'forged' };
  const sub = known.subject;
  const claims = { iss: HOST, aud: TALK, iat: now(), exp: now() + 600, sub, user };
  return [
    ...(await withoutAlgorithm(claims)),
    ...(await ofOtherKeys(claims)),
    ...(await ofOtherAlgorithms(claims)),
    ...(await ofOtherNames(claims)),
    ...(await ofOtherTypes(claims)),
    ...(await withOtherClaims(claims)),
    ...(await rewritten(claims)),
    ...(await ofOtherFlows(known)),
  ];
}

type Claims = Record<string, unknown>;

async function withoutAlgorithm(claims: Claims): Promise<Forged[]> {
  const good = (await hostToken(claims)).split('.');
  const names = ['none', 'None', 'NONE', 'nOnE', '', ' none', 'HS256 ', 'hs256', 'Hs256', 'HS0'];
  const forged: Forged[] = [['unsecured', new UnsecuredJWT(claims).encode()]];
  for (const alg of names) {
    const header = encode({ alg, kid: 'old' });
    forged.push([`alg ${alg} without a signature`, `${header}.${encode(claims)}.`]);
    forged.push([`alg ${alg} with another's signature`, `${header}.${encode(claims)}.${good[2]}`]);
    forged.push([`alg ${alg} signed`, signed({ alg, kid: 'old' }, claims, HOST_SECRET)]);
  }
  for (const alg of [undefined, null, 0, true, ['HS256'], { alg: 'HS256' }]) {
    forged.push([`alg ${JSON.stringify(alg)}`, signed({ alg, kid: 'old' }, claims, HOST_SECRET)]);
  }
  return forged;
}

async function ofOtherKeys(claims: Claims): Promise<Forged[]> {
  const forged: Forged[] = [];
  for (const [at, secret] of OTHER_SECRETS.entries()) {
    forged.push([`secret ${at}`, signed(HEADER, claims, secret)]);
  }
  for (let n = 0; n < 5; n++) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const token = await hostToken(claims, {
      header: { alg: 'EdDSA', kid: 'new' },
      key: privateKey,
    });
    forged.push([`another key of Ed25519, ${n}`, token]);
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const jwk = publicKey.export({ format: 'jwk' });
  for (const header of [
    { jwk },
    { jku: 'https://evil.example/keys' },
    { x5u: 'https://evil.example/cert' },
    { x5c: ['MIIB'] },
  ]) {
    const token = await hostToken(claims, {
      header: { alg: 'EdDSA', kid: 'new', ...header },
      key: privateKey,
    });
    forged.push([`a key of its own by ${Object.keys(header)[0]}`, token]);
  }
  return forged;
}

/** The public key is no secret, and must not be one where the algorithm says so. */
async function ofOtherAlgorithms(claims: Claims): Promise<Forged[]> {
  const forged: Forged[] = [];
  const own = createPublicKey(HOST_PRIVATE_KEY);
  const spellings: [string, Buffer][] = [
    ['its 32 bytes', Buffer.from(own.export({ format: 'jwk' }).x!, 'base64url')],
    ['base64url', Buffer.from(own.export({ format: 'jwk' }).x!)],
    ['DER', own.export({ format: 'der', type: 'spki' })],
    ['PEM', Buffer.from(own.export({ format: 'pem', type: 'spki' }))],
    ['JWK', Buffer.from(JSON.stringify(own.export({ format: 'jwk' })))],
  ];
  for (const [name, bytes] of spellings) {
    for (const alg of ['HS256', 'EdDSA', 'HS512']) {
      const token = signed(
        { alg, kid: 'new' },
        claims,
        bytes,
        alg === 'HS512' ? 'sha512' : 'sha256',
      );
      forged.push([`HMAC of the public key as ${name}, called ${alg}`, token]);
    }
  }
  for (const [alg, hash] of [
    ['HS384', 'sha384'],
    ['HS512', 'sha512'],
    ['HS1', 'sha1'],
  ]) {
    forged.push([alg, signed({ alg, kid: 'old' }, claims, HOST_SECRET, hash)]);
  }
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = Buffer.from(rsa.publicKey.export({ format: 'pem', type: 'spki' }));
  for (const kid of ['old', 'new']) {
    for (const [alg, key] of [
      ['RS256', rsa.privateKey],
      ['PS256', rsa.privateKey],
      ['ES256', ec.privateKey],
    ] as const) {
      forged.push([`${alg} as ${kid}`, await hostToken(claims, { header: { alg, kid }, key })]);
    }
    forged.push([
      `RS256 with HMAC of a public key as ${kid}`,
      signed({ alg: 'RS256', kid }, claims, pem),
    ]);
    forged.push([
      `RS256 signed with the key of Ed25519 as ${kid}`,
      signedBy({ alg: 'RS256', kid }, claims, HOST_PRIVATE_KEY),
    ]);
    forged.push([
      `Ed25519 by its other name as ${kid}`,
      signedBy({ alg: 'Ed25519', kid }, claims, HOST_PRIVATE_KEY),
    ]);
  }
  return forged;
}

async function ofOtherNames(claims: Claims): Promise<Forged[]> {
  const forged: Forged[] = [
    [
      'the key of Ed25519 under the name of the secret',
      await hostToken(claims, { header: { alg: 'EdDSA', kid: 'old' }, key: HOST_PRIVATE_KEY }),
    ],
    ['the secret under the name of the key', await hostToken(claims, { header: { kid: 'new' } })],
    ['no name', await hostToken(claims, { header: { kid: undefined } })],
  ];
  const names = ['', 'OLD', 'old ', ' old', 'old\0', '0', '__proto__', 'constructor', '../old'];
  for (const kid of [
    ...names,
    'old:hs256',
    'a'.repeat(500),
    0,
    null,
    true,
    ['old'],
    { kid: 'old' },
  ]) {
    forged.push([
      `the name ${JSON.stringify(kid).slice(0, 20)}`,
      signed({ alg: 'HS256', kid }, claims, HOST_SECRET),
    ]);
  }
  return forged;
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

/** Good tokens of which a part was changed behind the signature. */
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

/** What is good for something else here, and what our own secret would sign. */
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
 * Tokens of the host site that are good, and yet no access token, with what an access token says: for the doors that
 * take access tokens alone.
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

const HEADER = { alg: 'HS256', kid: 'old' };

function signed(header: object, claims: Claims, key: string | Buffer, hash = 'sha256'): string {
  return signedText(header, JSON.stringify(claims), key, hash);
}

function signedText(
  header: object,
  payload: string,
  key: string | Buffer,
  hash = 'sha256',
): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${createHmac(hash, key).update(input).digest('base64url')}`;
}

function signedBy(header: object, claims: Claims, key: KeyObject): string {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}

/** Another text for the same bytes: its last character has bits too many. */
function respelled(signature: string): string {
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return signature.slice(0, -1) + LETTERS[LETTERS.indexOf(signature.at(-1)!) ^ 1];
}
