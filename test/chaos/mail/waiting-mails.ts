import type { Client } from 'pg';
import type { Arena } from '../arena.js';

/** Reads the service's tables for mails that still wait. It does not tell which mails were due. */
const LEFT = `
  select (select count(*) from notifications
          where state = 'waiting' or mail_due_at is not null or mail_id is not null)::int
    + (select count(*) from graphile_worker._private_jobs)::int
    + (select count(*) from post_heads h left join followed_posts f on f.post_id = h.post_id
       where h.seq > coalesce(f.seq, 0))::int as left`;

/** Advances the time of mails, by the clock of the database. */
export class WaitingMails {
  private timer: NodeJS.Timeout | undefined;

  private constructor(private readonly client: Client) {}

  /** From now on the quarter of an hour between two mails to an account ends at once. */
  static async open({ cluster, database }: Arena, everyMs: number): Promise<WaitingMails> {
    const client = await cluster.client(database);
    const waiting = new WaitingMails(client);
    waiting.timer = setInterval(() => {
      void client.query('delete from mailed_accounts').catch(() => undefined);
    }, everyMs);
    return waiting;
  }

  async count(): Promise<number> {
    return ((await this.client.query(LEFT)).rows as [{ left: number }])[0].left;
  }

  /** Makes failed jobs due now, instead of after ever longer retry delays. */
  async hurry(): Promise<void> {
    await this.client.query(
      'update graphile_worker._private_jobs set run_at = now() where is_available and run_at > now()',
    );
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.client.end();
  }
}
