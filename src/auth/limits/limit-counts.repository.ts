import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Retention } from '../../events/retention-job.js';
import type { Window, WindowStore } from './window-store.js';

/** The shared counts in Postgres, for a service without Redis. */
@Injectable()
export class LimitCountsRepository implements WindowStore, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.alsoRows('counts of sign-ins', { table: 'limit_counts', by: 'ends_at' });
  }

  async add(key: string, seconds: number): Promise<Window> {
    const [window] = await this.database.execute<Window>({
      name: 'limit_counts_add',
      text: `insert into limit_counts as kept (key, count, ends_at)
             values ($1, 1, now() + make_interval(secs => $2))
             on conflict (key) do update set
               count = case when kept.ends_at > now() then kept.count + 1 else 1 end,
               ends_at = case when kept.ends_at > now() then kept.ends_at else excluded.ends_at end
             returning count, extract(epoch from ends_at - now())::float8 * 1000 as "endsInMs"`,
      values: [key, seconds],
    });
    return window;
  }

  async remove(key: string): Promise<void> {
    await this.database.execute({
      name: 'limit_counts_remove',
      text: 'delete from limit_counts where key = $1',
      values: [key],
    });
  }
}
