import { createClient } from '@redis/client';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { redisOptions, SILENT_MS } from '../../nodes/redis-options.js';
import type { Window, WindowStore } from './window-store.js';

/** The longest time that a sign-in waits for the shared counts. */
const ANSWER_WITHIN_MS = 500;
/**
 * After a call without a response, no call is made for this long, so that the calls of one sign-in
 * do not each wait. A stalled connection is dropped before the next call.
 */
const REST_MS = SILENT_MS + 1_000;

/**
 * The shared counts in Redis or Valkey. A call fails at once while there is no connection, and in
 * limited time when the connection is stalled. The client's own command timeout no longer applies
 * once the command is written.
 */
export class RedisWindows implements WindowStore {
  private readonly client;
  private readonly counts: RateLimiterRedis;
  /** In milliseconds, on the clock of `performance.now()`. */
  private restsUntil = 0;

  constructor(url: string) {
    this.client = createClient({ ...redisOptions(url), disableOfflineQueue: true });
    this.client.on('error', () => undefined);
    this.client.connect().catch(() => undefined);
    // The script only counts; the budget decides what is too many.
    this.counts = new RateLimiterRedis({
      storeClient: this.client,
      useRedisPackage: true,
      keyPrefix: 'colloquy:limits',
      points: 0,
      duration: 0,
    });
  }

  async add(key: string, seconds: number): Promise<Window> {
    const { consumedPoints, msBeforeNext } = await this.answered(() =>
      this.counts.penalty(key, 1, { customDuration: seconds }),
    );
    return { count: consumedPoints, endsInMs: msBeforeNext };
  }

  async remove(key: string): Promise<void> {
    await this.answered(() => this.counts.delete(key));
  }

  close(): void {
    this.client.destroy();
  }

  /** The result of a call, within its time limit. */
  private async answered<T>(call: () => Promise<T>): Promise<T> {
    if (performance.now() < this.restsUntil) throw new Error('Redis does not answer.');
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.restsUntil = performance.now() + REST_MS;
        reject(new Error(`Redis has not answered within ${ANSWER_WITHIN_MS} ms.`));
      }, ANSWER_WITHIN_MS);
    });
    return Promise.race([call(), silence]).finally(() => clearTimeout(timer));
  }
}
