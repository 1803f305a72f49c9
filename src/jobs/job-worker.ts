import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { OwnPools } from '../database/own-pools.js';
import { Metrics } from '../metrics/metrics.js';
import type { Round } from '../nodes/background-round.js';
import { Rounds } from '../nodes/background-rounds.js';
import { JobRuns } from './job-runs.js';
import { JobWorkersRepository } from './job-workers.repository.js';
import { JobsRepository } from './jobs.repository.js';
import type { WorkerPool } from './worker-pool.js';

const BEATS = 'job-workers';
const BEAT_MS = 5_000;
/** A node that has missed so many heartbeats is lost, and its jobs run elsewhere. */
const BEATS_A_LEASE = 6;
const LOOK_MS = 10_000;

/**
 * The workers of a serving node. They send heartbeats, restart after they have ended, and are
 * awaited at a stop. One node frees the jobs of lost nodes for all.
 */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private pool: WorkerPool | null = null;
  private readonly retiring = new Set<Promise<void>>();
  private beats: Round;
  private leaseMs: number;
  private figures = { waiting: 0, oldest: 0, failed: 0 };

  constructor(
    private readonly runs: JobRuns,
    private readonly workers: JobWorkersRepository,
    private readonly jobs: JobsRepository,
    private readonly pools: OwnPools,
    private readonly rounds: Rounds,
    metrics: Metrics,
  ) {
    metrics.gauge('jobs_waiting', 'Jobs that could run now.', () => this.figures.waiting);
    metrics.gauge(
      'jobs_oldest_seconds',
      'How long the oldest job that could run has waited.',
      () => this.figures.oldest,
    );
    metrics.gauge('jobs_given_up', 'Jobs whose attempts are used up.', () => this.figures.failed);
  }

  onApplicationBootstrap(): void {
    this.leaseMs = BEATS_A_LEASE * (this.rounds.periods.get(BEATS) ?? BEAT_MS);
    this.beats = this.rounds.begin({ name: BEATS, everyMs: BEAT_MS, run: () => this.beat() });
    this.rounds.begin({
      name: 'job-locks',
      everyMs: LOOK_MS,
      onceInCluster: true,
      run: () => this.freeLost(),
    });
    this.beats.wake();
  }

  /** The pool of the requests stays open until all hooks of this kind have finished. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.beats.end();
    if (this.pool) this.retire(this.pool);
    await Promise.all(this.retiring);
  }

  private async beat(): Promise<void> {
    const { pool } = this;
    const goesOn =
      pool && !pool.ended && !pool.isLame && (await this.workers.beat(pool.id, this.leaseMs));
    if (pool && !goesOn) this.retire(pool);
    if (!this.pool) await this.start();
    this.figures = await this.jobs.figures();
  }

  private async start(): Promise<void> {
    const tasks = this.runs.list();
    if (Object.keys(tasks).length === 0 || (await this.workers.isStandby())) return;
    // A start does not wait until the library is loaded, nor does a command.
    const library = await import('./worker-pool.js');
    const pool = new library.WorkerPool(tasks, this.pools);
    this.pool = pool;
    try {
      await this.workers.join(pool.id, this.leaseMs);
    } catch (error) {
      this.retire(pool);
      throw error;
    }
  }

  /** Running jobs of the pool continue to their end; the next round starts another pool. */
  private retire(pool: WorkerPool): void {
    this.pool = null;
    const retiring = pool
      .stop()
      .then(() => this.workers.leave(pool.id))
      // If the database is away, others notice the missing heartbeats.
      .catch(() => undefined)
      .finally(() => this.retiring.delete(retiring));
    this.retiring.add(retiring);
  }

  private async freeLost(): Promise<void> {
    const count = await this.workers.freeLost();
    if (count > 0) this.logger.warn(`What ${count} lost pools of workers held is free again.`);
  }
}
