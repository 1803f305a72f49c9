import { UnsecuredJWT } from 'jose';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { type Claims, encode, type Forged, HEADER, signed, signedBy } from './forging.js';
import { HOST_PRIVATE_KEY, HOST_SECRET, hostToken } from './host-tokens.js';

const OTHER_SECRETS = [
  'x'.repeat(32),
  HOST_SECRET.toLowerCase(),
  `${HOST_SECRET}\n`,
  HOST_SECRET.slice(0, -1),
  Buffer.from(HOST_SECRET, 'base64').toString('hex'),
  'old',
  '\0',
];

/** Tokens not signed by the site's key, whatever their header claims. */
export async function ofOtherSigners(claims: Claims): Promise<Forged[]> {
  return [
    ...(await withoutAlgorithm(claims)),
    ...(await ofOtherKeys(claims)),
    ...(await ofOtherAlgorithms(claims)),
    ...(await ofOtherNames(claims)),
  ];
}

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

/** The public key must not serve as the secret of a symmetric algorithm. */
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
