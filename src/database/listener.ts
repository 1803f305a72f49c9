import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import type { Connection } from './connection.js';
import { KeptClient } from './kept-client.js';

type Handler = (payload: string) => void;

/**
 * Listens to `NOTIFY` on a connection of its own. A notification that is sent while the connection
 * is lost is lost, too. It is only a hint: listeners also poll.
 */
export class Listener implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Listener');
  private readonly handlers = new Map<string, Handler>();
  private readonly kept: KeptClient;
  private running = false;

  constructor(connection: Connection) {
    this.kept = new KeptClient(connection, 'listener', {
      ready: async (client) => {
        client.on('notification', ({ channel, payload }) =>
          this.handlers.get(channel)?.(payload ?? ''),
        );
        for (const channel of this.handlers.keys()) await client.query(`listen ${channel}`);
      },
      lost: () => this.logger.warn('The listening connection was lost; polling goes on meanwhile.'),
    });
  }

  /**
   * The first connection is awaited, so that no notification after the start is missed. If it
   * fails, the start continues without it, because a standby may take a day to become a primary.
   * @param channel a plain identifier; one handler for each channel
   */
  async listen(channel: string, handler: Handler): Promise<void> {
    this.handlers.set(channel, handler);
    if (this.running) {
      await this.kept.current?.query(`listen ${channel}`).catch(() => undefined);
      return;
    }
    this.running = true;
    await this.kept.open().catch(() => void this.kept.recover());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.kept.close();
  }
}
