import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '../../database/ids.js';
import { SerializationFailure } from '../../database/postgres-errors.js';
import { type Act, Acts } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { CollectedFailures } from '../../nodes/collected-failures.js';
import type { Round } from '../../nodes/background-round.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { DomainError } from '../../problems/domain-error.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import { Authority } from '../../users/accounts/authority.js';
import type { Member } from '../../users/viewer/viewer.js';
import { BulkRepository } from '../bulk/bulk.repository.js';
import { type BulkItem, type BulkWork, BulkWorkRepository } from '../bulk/bulk-work.repository.js';
import { CommentDecisionsService } from './comment-decisions.service.js';

const EVERY_MS = 1_000;
/**
 * The limits of a batch by size and time, because it holds the lock of a thread, and writers wait.
 */
const A_BATCH = 25;
const BATCH_MS = 40;

/**
 * Runs the jobs of `BulkService` in batches. Each batch is one transaction that also stores the
 * result of each item, so a node that dies loses nothing and another continues. The same code
 * decides on an item and on a single comment.
 */
@Injectable()
export class BulkRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('BulkRunner');
  private readonly node = newId();
  private round: Round | null = null;

  constructor(
    private readonly jobs: BulkWorkRepository,
    private readonly selection: BulkRepository,
    private readonly decisions: CommentDecisionsService,
    private readonly authority: Authority,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.round = this.rounds.begin({
      name: 'bulk',
      everyMs: EVERY_MS,
      run: (stop) => this.work(stop),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.round?.end();
    await this.jobs.release(this.node).catch(() => undefined);
  }

  private async work(stop: AbortSignal): Promise<void> {
    const attempts = new CollectedFailures();
    const tried: string[] = [];
    while (!stop.aborted) {
      const job = await this.jobs.take(this.node, tried);
      if (!job) break;
      tried.push(job.id);
      await attempts.try(job.id, () => this.carryOn(job, stop));
    }
    attempts.end();
  }

  private async carryOn(job: BulkWork, stop: AbortSignal): Promise<void> {
    let size = A_BATCH;
    while (!stop.aborted) {
      const startedAt = performance.now();
      try {
        if (!(await this.acts.run((act) => this.batch(act, job, size)))) return;
        size = A_BATCH;
      } catch (error) {
        if (error instanceof TemporarilyUnavailable) throw error;
        this.logger.error(error instanceof Error ? error.stack : String(error));
        // One item of the batch fails. Deciding on them one by one finds and skips it.
        if (size === 1) await this.acts.run((act) => this.pass(act, job));
        size = 1;
      }
      // A pause, in which others can lock the thread or use this process.
      await delay((performance.now() - startedAt) / 2);
    }
  }

  /** @returns whether there may be more */
  private async batch(act: Act, job: BulkWork, size: number): Promise<boolean> {
    const held = await this.jobs.hold(act, job.id, this.node);
    if (!held) return false;
    const items = await this.lockNext(act, job.id, size);
    const member = await this.findMember(act, job.moderatorId);
    if (member && items.length === 0 && held.unselected) {
      await this.jobs.addTotal(act, job.id, await this.selection.insertRest(act, job.id));
      return true;
    }
    if (!member || items.length === 0) {
      await this.jobs.finish(act, job.id, member ? 'done' : 'failed');
      return false;
    }
    const startedAt = performance.now();
    const results: { place: number; outcome: string }[] = [];
    for (const item of items) {
      results.push({ place: item.place, outcome: await this.decide(act, member, job, item) });
      if (performance.now() - startedAt > BATCH_MS) break;
    }
    await this.jobs.record(act, job.id, results);
    return true;
  }

  /** @throws SerializationFailure when they were moved to another post meanwhile */
  private async lockNext(act: Act, jobId: string, size: number): Promise<BulkItem[]> {
    const [first] = await this.jobs.listNext(act, jobId, 1);
    if (!first) return [];
    await this.log.lock(act, first.postId);
    const items = await this.jobs.listNext(act, jobId, size);
    if (items[0].postId !== first.postId) throw new SerializationFailure();
    return items;
  }

  /** @returns `done`, or the reason of the refusal, in which case nothing is written */
  private async decide(act: Act, member: Member, job: BulkWork, item: BulkItem): Promise<string> {
    const decision = { ...job, version: item.version };
    try {
      await this.decisions.decideWithin(act, member, item.commentId, decision);
      return 'done';
    } catch (error) {
      if (error instanceof DomainError) return error.slug;
      throw error;
    }
  }

  private async pass(act: Act, job: BulkWork): Promise<void> {
    if (!(await this.jobs.hold(act, job.id, this.node))) return;
    const [item] = await this.jobs.listNext(act, job.id, 1);
    if (item)
      await this.jobs.record(act, job.id, [{ place: item.place, outcome: 'internal-error' }]);
    // If the selection of the rest fails, no item is left to decide on.
    else await this.jobs.finish(act, job.id, 'failed');
  }

  /**
   * The current state of the moderator who started the job; null when they may no longer decide.
   */
  private async findMember(act: Act, id: string): Promise<Member | null> {
    try {
      const member = await this.authority.confirm(act, { id }, 'staff');
      return { ...member, sessionId: '', expiresAt: 0 };
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
