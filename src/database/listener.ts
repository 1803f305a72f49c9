import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import type { Connection } from './connection.js';
import { KeptClient } from './kept-client.js';

type Handler = (payload: string) => void;

/**
 * Hears `NOTIFY` on a connection of its own. A notification that is sent while the connection is lost is lost,
 * too: it is a hint to look, and listeners also poll.
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
   * The first connection is awaited, so that nothing that is said after the start is missed. Where it fails,
   * the start goes on without it, since a standby may take a day to become a primary.
   * @param channel a plain identifier; one handler a channel
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
