import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigFault } from './config-fault.js';

const MIN_BYTES = 32;
const MIN_DIFFERENT = 8;
/** Values from examples and tutorials. Anybody can forge signatures of a well-known secret. */
const KNOWN =
  /^(change|default|example|secret|password|passw0rd|p@ss|test|please|your|development|admin|letmein|qwerty|1234|0000|colloquy)/i;

/**
 * The key material for signing. Production must set it; development generates a secret and stores
 * it in `dataDir`, so that sessions survive a restart.
 * @throws ConfigFault when it is missing in production, short, repetitive or well known.
 */
export function resolveAuthSecret(
  value: string | undefined,
  { production, dataDir }: { production: boolean; dataDir: string },
): string {
  if (!production) return value || readOrMake(dataDir);
  if (!value) {
    throw new ConfigFault(
      `AUTH_SECRET must be set in production: at least ${MIN_BYTES} random bytes, for example from "openssl rand -base64 48".`,
    );
  }
  return assertStrong('AUTH_SECRET', value);
}

/**
 * The former secret, from before the secret was changed; null if there is none.
 * @throws ConfigFault when it is weak in production, or equal to the secret
 */
export function parsePreviousSecret(
  previous: string | undefined,
  { secret, production }: { secret: string | undefined; production: boolean },
): string | null {
  if (!previous) return null;
  if (!secret || previous === secret) {
    throw new ConfigFault('AUTH_SECRET_PREVIOUS needs an AUTH_SECRET that is another one.');
  }
  return production ? assertStrong('AUTH_SECRET_PREVIOUS', previous) : previous;
}

/** @throws ConfigFault for a secret that is short, repetitive or well known */
export function assertStrong(name: string, value: string): string {
  const hint = 'set it to the output of "openssl rand -base64 48".';
  if (Buffer.byteLength(value) < MIN_BYTES) {
    throw new ConfigFault(`${name} is shorter than ${MIN_BYTES} bytes; ${hint}`);
  }
  if (isEasyToGuess(value)) {
    throw new ConfigFault(`${name} is easy to guess; ${hint}`);
  }
  return value;
}

/** Whether a secret starts like those of examples, or repeats a few characters. */
export function isEasyToGuess(secret: string): boolean {
  return KNOWN.test(secret) || new Set(secret).size < MIN_DIFFERENT;
}

function readOrMake(dataDir: string): string {
  const file = join(dataDir, 'auth-secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    const made = randomBytes(48).toString('base64url');
    // With `wx` one of several concurrent starts creates the file; the others read it.
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFileSync(file, 'utf8').trim();
  }
}
