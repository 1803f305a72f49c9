import { createClient } from '@redis/client';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { Window, WindowStore } from './window-store.js';

const RECONNECT_MS = 500;
/** A sign-in does not wait longer for the counts of other nodes. */
const ANSWER_WITHIN_MS = 500;

/** Counts of all nodes in Redis or Valkey. While it is away, every count fails at once; the bus of the nodes says so. */
export class RedisWindows implements WindowStore {
  private readonly client;
  private readonly counts: RateLimiterRedis;

  constructor(url: string) {
    this.client = createClient({
      url,
      disableOfflineQueue: true,
      commandOptions: { timeout: ANSWER_WITHIN_MS },
      socket: { reconnectStrategy: RECONNECT_MS },
    });
    this.client.on('error', () => undefined);
    this.client.connect().catch(() => undefined);
    // It counts; what is too many, the budget says.
    this.counts = new RateLimiterRedis({
      storeClient: this.client,
      useRedisPackage: true,
      keyPrefix: 'colloquy:limits',
      points: 0,
      duration: 0,
    });
  }

  async add(key: string, seconds: number): Promise<Window> {
    const { consumedPoints, msBeforeNext } = await this.counts.penalty(key, 1, {
      customDuration: seconds,
    });
    return { count: consumedPoints, endsInMs: msBeforeNext };
  }

  async remove(key: string): Promise<void> {
    await this.counts.delete(key);
  }

  close(): void {
    this.client.destroy();
  }
}
