import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/**
 * A pool that is not in the table has just started, or was declared lost by mistake: it has this
 * long to register.
 */
const UNKNOWN_SECONDS = 30;

/**
 * Records which pools of workers are alive, by the clock of the database. The queue knows by its
 * locks which pool has a job, and otherwise waits four hours for a lost one.
 */
@Injectable()
export class JobWorkersRepository {
  constructor(private readonly database: Database) {}

  /** Whether the server is a standby, on which no jobs can run. */
  async isStandby(): Promise<boolean> {
    const [{ standby }] = await this.database.query<{ standby: boolean }>({
      name: 'job_workers_standby',
      text: 'select pg_is_in_recovery() as standby',
    });
    return standby;
  }

  async join(poolId: string, leaseMs: number): Promise<void> {
    await this.database.query({
      name: 'job_workers_join',
      text: `insert into job_workers (pool_id, lost_at)
             values ($1, now() + make_interval(secs => $2::float8 / 1000))`,
      values: [poolId, leaseMs],
    });
  }

  /** @returns false when another node has declared it lost and freed its jobs */
  async beat(poolId: string, leaseMs: number): Promise<boolean> {
    const rows = await this.database.query({
      name: 'job_workers_beat',
      text: `update job_workers set lost_at = now() + make_interval(secs => $2::float8 / 1000)
             where pool_id = $1 returning 1`,
      values: [poolId, leaseMs],
    });
    return rows.length === 1;
  }

  /** Removes a pool that has ended; jobs that it could not report as done run again. */
  async leave(poolId: string): Promise<void> {
    await this.database.query({
      name: 'job_workers_leave',
      text: `with gone as (delete from job_workers where pool_id = $1)
             select graphile_worker.force_unlock_workers(array[$1])`,
      values: [poolId],
    });
  }

  /**
   * Frees the jobs of lost pools. A pool may have sent a heartbeat while its row was waited for.
   * Only the deletion notices this, because it alone reads the row again.
   * @returns the number of lost pools
   */
  async freeLost(): Promise<number> {
    const [{ pools }] = await this.database.query<{ pools: string[] | null }>({
      name: 'job_workers_free_lost',
      text: `with gone as (
               delete from job_workers where lost_at < now() returning pool_id
             ), lost as (
               select pool_id from gone
               union
               select locked_by from graphile_worker._private_jobs
               where locked_at + make_interval(secs => $1) < now()
                 and not exists (select from job_workers where pool_id = locked_by)
             )
             select pools, graphile_worker.force_unlock_workers(pools)
             from (select array_agg(pool_id) as pools from lost) all_lost`,
      values: [UNKNOWN_SECONDS],
    });
    return pools?.length ?? 0;
  }
}
