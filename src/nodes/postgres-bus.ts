import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Listener } from '../database/listener.js';
import { NodeBus } from './node-bus.js';

/**
 * `NOTIFY` outside the transactions of writes: inside, it would take a lock that all commits share.
 */
@Injectable()
export class PostgresBus extends NodeBus {
  readonly name = 'notify';

  constructor(
    private readonly database: Database,
    private readonly listener: Listener,
  ) {
    super();
  }

  async publish(channel: string, payload: string): Promise<void> {
    await this.database
      .query({ name: 'notify', text: 'select pg_notify($1, $2)', values: [channel, payload] })
      .catch(() => undefined);
  }

  async listen(channel: string, handler: (payload: string) => void): Promise<void> {
    await this.listener.listen(channel, handler);
  }
}
