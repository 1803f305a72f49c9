import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { idAt } from '../database/ids.js';
import { Acts } from '../events/acts.js';
import { EventLogRepository } from '../events/event-log.repository.js';
import { isOfAccounts } from '../events/signals.repository.js';
import { SignalTail } from '../events/signals.js';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import { ClaimsRepository } from './claims.repository.js';
import { FlagsRepository } from './flags.repository.js';
import { isSurge, SURGE_MINUTES } from './surge.js';
import { SurgeRepository } from './surge.repository.js';

const ROUND_MS = 10_000;
const LOOK_MS = 5_000;
/** Hashes of networks are of use while a brigade is, and are personal data. */
const CLUSTER_DAYS = 30;

/**
 * Keeps the queue by the clock: claims that ended by themselves, surges, and hashes that have served
 * their time. Every node looks; one at a time does it, about each ten seconds.
 */
@Injectable()
export class QueueKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('QueueKeeper');
  private timer: NodeJS.Timeout | null = null;
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly claims: ClaimsRepository,
    private readonly surges: SurgeRepository,
    private readonly flags: FlagsRepository,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
    private readonly tail: SignalTail,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.start(() => this.keepInTurn()), LOOK_MS);
    // Who signed out or lost their role has let go of what they took.
    this.tail.signals.on('signal', (signal) => {
      if (this.timer && isOfAccounts(signal)) this.start(() => this.releaseEnded());
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await Promise.all(this.running);
  }

  /** One round, whoever had the last one. */
  async keep(): Promise<void> {
    await this.releaseEnded();
    await this.raiseSurges();
    await this.flags.forgetClusters(CLUSTER_DAYS);
  }

  private async keepInTurn(): Promise<void> {
    if (this.running.size === 1 && (await this.surges.beginSweep(ROUND_MS))) await this.keep();
  }

  private async releaseEnded(): Promise<void> {
    if (await this.claims.isIdle()) return;
    await this.acts.run((act) => this.claims.sweep(act));
  }

  private async raiseSurges(): Promise<void> {
    const sinceId = idAt(new Date(Date.now() - SURGE_MINUTES * 60_000), 0);
    const surges = (await this.surges.listActive(sinceId)).filter(isSurge);
    for (const { rootId, postId, ...counts } of surges) {
      await this.acts.run(async (act) => {
        // A removal comes before or after: none leaves a surge of a comment that is gone.
        await this.log.lock(act, postId);
        await this.surges.raise(act, rootId, counts);
      });
    }
  }

  private start(work: () => Promise<void>): void {
    const run = work()
      .catch((error: unknown) => {
        // The database is away: the next look finds the same.
        if (error instanceof TemporarilyUnavailable) return;
        this.logger.error(error instanceof Error ? error.stack : String(error));
      })
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }
}
