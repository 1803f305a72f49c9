import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { TooManySignIns } from './auth.errors.js';

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane. */
const PARAMETERS = { algorithm: 2 /* argon2id */, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes that are computed at a time: each holds a core for some 20 ms, and 19 MiB. */
const MAX_RUNNING = 2;
/** Those that wait take their turn within some 3 s; whoever comes later is told to come back. */
const MAX_WAITING = 256;
const RETRY_AFTER_SECONDS = 3;

const MIN_BYTES = 8;
/** Enough for any passphrase; without a bound a request could ask for a hash of megabytes. */
const MAX_BYTES = 1_024;

/** The first fault of a new password as an English sentence, or null. */
export function findPasswordFault(password: string): string | null {
  if (!password.isWellFormed()) return 'A password must be well-formed Unicode.';
  const bytes = bytesOf(password).length;
  if (bytes < MIN_BYTES) return `A password has at least ${MIN_BYTES} bytes of UTF-8.`;
  if (bytes > MAX_BYTES) return `A password has at most ${MAX_BYTES} bytes of UTF-8.`;
  return null;
}

/** In NFC, so that the same keys pressed on another system are the same password. */
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'));
}

/** Hashing and checking passwords, a few at a time. */
@Injectable()
export class Passwords implements OnModuleInit {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  /**
   * @returns a PHC string
   * @throws TooManySignIns
   */
  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(bytesOf(password), PARAMETERS));
  }

  /**
   * Whether a password is the hashed one. Without a hash it takes as long and is not, so that the
   * time of an answer does not tell whether an account exists.
   * @throws TooManySignIns
   */
  async verify(hashed: string | null, password: string): Promise<boolean> {
    const matches = await this.inTurn(async () =>
      verify(hashed ?? (await this.decoyHash()), bytesOf(password)),
    );
    return hashed !== null && matches;
  }

  /** Whether a hash was made with other parameters than today's. */
  isOutdated(hashed: string): boolean {
    const made = parseOptions(hashed);
    return (
      made.algorithm !== PARAMETERS.algorithm ||
      made.memoryCost !== PARAMETERS.memoryCost ||
      made.timeCost !== PARAMETERS.timeCost ||
      made.parallelism !== PARAMETERS.parallelism
    );
  }

  /** Made before the first request, lest the first unknown login takes twice the time. */
  async onModuleInit(): Promise<void> {
    await this.decoyHash();
  }

  private decoyHash(): Promise<string> {
    return (this.decoy ??= hash(randomBytes(16), PARAMETERS));
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= MAX_RUNNING) await this.queue();
    else this.running += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next one without being free in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private queue(): Promise<void> {
    if (this.waiting.length >= MAX_WAITING) throw new TooManySignIns(RETRY_AFTER_SECONDS);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
