import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { clientConfig, type Connection } from './connection.js';

type Handler = (payload: string) => void;

const RECONNECT_MS = 500;

/**
 * Hears `NOTIFY` on a connection of its own, and reconnects when that is lost. What is said in
 * between is lost too: a notification is a hint to look, and listeners also poll.
 */
export class Listener implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Listener');
  private readonly handlers = new Map<string, Handler>();
  private client: Client | null = null;
  private closed = false;
  private running = false;

  constructor(private readonly connection: Connection) {}

  /** @param channel a plain identifier; one handler a channel */
  async listen(channel: string, handler: Handler): Promise<void> {
    this.handlers.set(channel, handler);
    if (this.running) await this.client?.query(`listen ${channel}`).catch(() => undefined);
    else await this.start();
  }

  /**
   * The first connection is awaited, so that nothing said after the start is missed; where it fails, a
   * start goes on without it, for a standby may take a day to become a primary.
   */
  private async start(): Promise<void> {
    this.running = true;
    await this.connect().catch(() => void this.reconnect());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client(clientConfig(this.connection, 'listener'));
    client.on('notification', ({ channel, payload }) =>
      this.handlers.get(channel)?.(payload ?? ''),
    );
    client.on('error', () => undefined);
    client.on('end', () => {
      if (!this.closed && this.client === client) void this.reconnect();
    });
    try {
      await client.connect();
      for (const channel of this.handlers.keys()) await client.query(`listen ${channel}`);
    } catch (error) {
      // A standby takes the connection and refuses to listen: nobody else would ever end it.
      await client.end().catch(() => undefined);
      throw error;
    }
    if (this.closed) return client.end();
    this.client = client;
  }

  private async reconnect(): Promise<void> {
    this.client = null;
    this.logger.warn('The listening connection was lost; polling goes on meanwhile.');
    while (!this.closed) {
      await delay(RECONNECT_MS, undefined, { ref: false });
      if (this.closed) return;
      try {
        await this.connect();
        return;
      } catch {
        // The server is not back yet.
      }
    }
  }
}
