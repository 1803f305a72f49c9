import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { BOUNDS } from '../limits/bounds.js';
import type { Caller } from '../../input/caller-gone.js';
import { FairQueue } from '../../input/fair-queue.js';
import type { Fault } from '../../text/plain/fault.js';
import { TooManySignIns } from './passwords.errors.js';

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane. */
const PARAMETERS = { algorithm: 2 /* argon2id */, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * The number of parallel hashes: each uses a core for some 20 ms, and 19 MiB. With few cores, one
 * is left for everything else.
 */
export const MAX_RUNNING = Math.max(1, Math.min(2, availableParallelism() - 1));
/** This many are served within about 6 s. Further ones are refused and can retry. */
const MAX_WAITING = BOUNDS['password queue'].most;

/** In code points of NFC, the unit of ASVS (6.2.1). */
const MIN_CHARACTERS = 8;
/** Enough for any passphrase. Without a limit a request could cause the hashing of megabytes. */
const MAX_BYTES = 1_024;

/** The first fault of a new password, or null. */
export function findPasswordFault(password: string): Fault | null {
  if (!password.isWellFormed())
    return { rule: 'forbidden-character', detail: 'A password must be well-formed Unicode.' };
  if ([...password.normalize('NFC')].length < MIN_CHARACTERS)
    return wrongLength(`at least ${MIN_CHARACTERS} characters`);
  if (!isHashable(password)) return wrongLength(`at most ${MAX_BYTES} bytes of UTF-8`);
  return null;
}

const wrongLength = (bounds: string): Fault => ({
  rule: 'password-length',
  detail: `A password has ${bounds}.`,
});

/** Whether it could be the password of an account. It may be older than the rule for new ones. */
export function isHashable(password: string): boolean {
  return password !== '' && password.isWellFormed() && bytesOf(password).length <= MAX_BYTES;
}

/** In NFC, so that the same keys on another system give the same password. */
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'));
}

/** Hashes and checks passwords, a few at a time, while the caller waits. */
@Injectable()
export class Passwords implements OnModuleInit {
  /** The parameters of new hashes. A stored hash contains its own. */
  parameters = PARAMETERS;
  private readonly turns = new FairQueue({
    running: MAX_RUNNING,
    waiting: MAX_WAITING,
    full: () => new TooManySignIns(),
  });
  private decoy: Promise<string> | null = null;

  /**
   * @returns a PHC string
   * @throws TooManySignIns
   */
  async hash(password: string, caller?: Caller): Promise<string> {
    return this.turns.run(() => hash(bytesOf(password), this.parameters), caller?.gone);
  }

  /**
   * Whether a password matches the hash. Without a hash the result is false after the same time, so
   * that the response time does not reveal whether an account exists.
   * @throws TooManySignIns
   */
  async verify(hashed: string | null, password: string, caller?: Caller): Promise<boolean> {
    const matches = await this.turns.run(
      async () => verify(hashed ?? (await this.decoyHash()), bytesOf(password)),
      caller?.gone,
    );
    return hashed !== null && matches;
  }

  /** Whether a hash has other parameters than the current ones. */
  isOutdated(hashed: string): boolean {
    const made: Readonly<Record<string, unknown>> = { ...parseOptions(hashed) };
    return Object.entries(this.parameters).some(([name, value]) => made[name] !== value);
  }

  /**
   * Created before the first request. Otherwise the first unknown login would take twice the time.
   */
  async onModuleInit(): Promise<void> {
    await this.decoyHash();
  }

  private decoyHash(): Promise<string> {
    return (this.decoy ??= hash(randomBytes(16), this.parameters));
  }
}
