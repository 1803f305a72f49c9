import { Secret, TOTP } from 'otpauth';

/** The values that every authenticator app supports. Some apps ignore other ones (RFC 6238). */
const COMMON = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** As many bytes as the digest has (RFC 4226, section 4). */
const SECRET_BYTES = 20;

/** The accepted deviation in steps: a clock may be wrong, and typing takes time. */
const STEPS_AROUND = 1;

const CODE = /^\d{6}$/;

export function newTotpSecret(): Buffer {
  return Buffer.from(new Secret({ size: SECRET_BYTES }).bytes);
}

/** The secret for manual entry. */
export function inBase32(secret: Buffer): string {
  return secretOf(secret).base32;
}

/**
 * The `otpauth:` URI for the QR code.
 * @param site the issuer that the app shows
 */
export function totpAddress(secret: Buffer, site: string, username: string): string {
  return new TOTP({
    ...COMMON,
    secret: secretOf(secret),
    issuer: site,
    label: username,
  }).toString();
}

/**
 * The step of a code: the number of half minutes since the epoch.
 * @returns null if it is not the code of the current step or an adjacent one
 */
export function findStep(secret: Buffer, code: string, now = Date.now()): number | null {
  if (!CODE.test(code)) return null;
  const totp = new TOTP({ ...COMMON, secret: secretOf(secret) });
  const from = totp.validate({ token: code, timestamp: now, window: STEPS_AROUND });
  return from === null ? null : totp.counter({ timestamp: now }) + from;
}

function secretOf(bytes: Buffer): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer });
}
