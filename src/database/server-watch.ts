import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { clientConfig, type Connection } from './connection.js';

const RETRY_MS = 500;

/**
 * Keeps one connection to the embedded server for as long as this process uses it: others see that
 * it is in use, and its end tells that the server died and must be started again.
 */
export class ServerWatch {
  private client: Client | null = null;
  private ended = false;

  constructor(
    private readonly connection: Connection,
    private readonly revive: () => Promise<void>,
  ) {}

  async begin(): Promise<void> {
    const client = new Client(clientConfig(this.connection, 'watch'));
    client.on('error', () => undefined);
    client.on('end', () => {
      if (!this.ended && this.client === client) void this.recover();
    });
    try {
      await client.connect();
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    if (this.ended) return client.end();
    this.client = client;
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.client?.end().catch(() => undefined);
  }

  private async recover(): Promise<void> {
    this.client = null;
    while (!this.ended && !this.client) {
      try {
        await this.revive();
        await this.begin();
      } catch {
        await delay(RETRY_MS, undefined, { ref: false });
      }
    }
  }
}
