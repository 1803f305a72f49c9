import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Acts } from '../acts/acts.js';
import { decodeNumberCursor, pageOf } from '../database/keyset.js';
import { Retention } from '../events/retention-job.js';
import { type FailedJob, FailedJobsRepository } from '../jobs/failed-jobs.repository.js';
import { type Answer, done } from '../input/answer.js';
import type { PageQuery } from '../input/paging.js';
import { Authority } from '../users/accounts/authority.js';
import type { Asker } from '../users/viewer/asker.js';
import type { FailedJobListView, FailedJobView } from './failed-jobs.dto.js';
import { FailedJobNotFound } from './failed-jobs.errors.js';

const ORDER = 'j';
/** A JavaScript number represents every integer of so many decimal digits exactly. */
const DIGITS = 15;
const PAGE = 20;
const A_PIECE = 1_000;

/** Jobs that failed permanently, for administrators. Retention deletes them after a time. */
@Injectable()
export class FailedJobs implements OnModuleInit {
  constructor(
    private readonly jobs: FailedJobsRepository,
    private readonly retention: Retention,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  onModuleInit(): void {
    const piece = (seconds: number) => this.jobs.dropOld(seconds, A_PIECE);
    this.retention.also({ what: 'failed jobs', piece });
  }

  async list({ limit = PAGE, cursor }: PageQuery): Promise<FailedJobListView> {
    const beforeId =
      cursor === undefined ? Number.MAX_SAFE_INTEGER : decodeNumberCursor(ORDER, cursor, DIGITS);
    const rows = await this.jobs.list(limit + 1, beforeId);
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => ORDER + id);
    return { items: items.map(viewOf), nextCursor };
  }

  /** @throws FailedJobNotFound */
  retry(member: Asker, id: number): Promise<Answer<FailedJobView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.authority.confirm(act, member, 'admin');
      const job = await this.jobs.retry(act, id);
      if (!job) throw new FailedJobNotFound();
      return done(viewOf(job));
    });
  }
}

function viewOf({ createdAt, failedAt, ...job }: FailedJob): FailedJobView {
  return { ...job, createdAt: createdAt.toISOString(), failedAt: failedAt.toISOString() };
}
