import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { closeClient, type Connection, openClient } from './connection.js';

const RETRY_MS = 500;

interface Care {
  /** Prepares a new connection. If it fails, the connection is closed. */
  ready?: (client: Client) => Promise<void>;
  /** Called on a loss, before the first attempt to reconnect. */
  lost?: () => void;
  /** The pause before each attempt to reconnect. */
  revive?: () => Promise<unknown>;
}

/** One connection that stays open until it is closed here: it reconnects after a loss. */
export class KeptClient {
  private client: Client | null = null;
  private closed = false;

  constructor(
    private readonly connection: Connection,
    private readonly purpose: string,
    private readonly care: Care,
  ) {}

  /** The current connection; null while there is none. */
  get current(): Client | null {
    return this.client;
  }

  /** @throws the error of the first attempt; `recover` makes further ones */
  async open(): Promise<void> {
    const client = await openClient(this.connection, this.purpose);
    client.on('end', () => {
      if (!this.closed && this.client === client) void this.recover();
    });
    try {
      await this.care.ready?.(client);
    } catch (error) {
      await closeClient(client);
      throw error;
    }
    if (this.closed) return closeClient(client);
    this.client = client;
  }

  async recover(): Promise<void> {
    this.client = null;
    this.care.lost?.();
    while (!this.closed && !this.client) {
      try {
        await this.care.revive?.();
        await this.open();
      } catch {
        await delay(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await closeClient(this.client);
  }
}
