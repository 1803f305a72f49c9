import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import { createClient } from '@redis/client';
import { NodeBus } from './node-bus.js';
import { redisOptions } from './redis-options.js';

/**
 * Redis confirms a message within milliseconds, so with this many it has stalled. Nothing more is
 * written then: a connection that only writes is not silent, and would never be dropped.
 */
const MOST_UNCONFIRMED = 100;

/** Publish and subscribe of Redis or Valkey. An outage loses only wakes. */
export class RedisBus extends NodeBus implements BeforeApplicationShutdown {
  readonly name = 'redis';
  private readonly logger = new Logger('Redis');
  private readonly speaker;
  private readonly hearer;
  private away = false;
  private unconfirmed = 0;

  constructor(url: string) {
    super();
    this.speaker = this.connect(url);
    this.hearer = this.connect(url);
  }

  async publish(channel: string, payload: string): Promise<void> {
    if (!this.speaker.isReady || this.unconfirmed >= MOST_UNCONFIRMED) return;
    this.unconfirmed += 1;
    await this.speaker.publish(channel, payload).catch(() => undefined);
    this.unconfirmed -= 1;
  }

  /** Resolves at once. The subscription is made whenever there is a connection. */
  async listen(channel: string, handler: (payload: string) => void): Promise<void> {
    this.hearer.subscribe(channel, handler).catch(() => undefined);
  }

  beforeApplicationShutdown(): void {
    for (const client of [this.speaker, this.hearer]) client.destroy();
  }

  private connect(url: string) {
    const client = createClient(redisOptions(url));
    client.on('error', (error: Error) => {
      if (!this.away) this.logger.warn(`Redis is away, nodes poll meanwhile: ${error.message}`);
      this.away = true;
    });
    client.on('ready', () => {
      if (this.away) this.logger.log('Redis is back.');
      this.away = false;
    });
    client.connect().catch(() => undefined);
    return client;
  }
}
