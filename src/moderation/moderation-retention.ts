import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EndedCommentsRepository } from '../comments/status/ended-comments.repository.js';
import { Retention } from '../events/retention-job.js';
import { BulkWorkRepository } from './bulk/bulk-work.repository.js';

const A_PIECE = 1_000;

/** Hashes of networks are personal data, and are only useful while coordinated reports go on. */
const HASHED = ['comment_flags', 'user_flags', 'notices'];

/** The rows of moderation with a retention period. The log of decisions has none. */
@Injectable()
export class ModerationRetention implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly jobs: BulkWorkRepository,
    private readonly comments: EndedCommentsRepository,
  ) {}

  onModuleInit(): void {
    const hashes = { by: 'created_at', where: 'cluster is not null', set: 'cluster = null' };
    for (const table of HASHED) this.retention.alsoRows('network hashes', { table, ...hashes });
    const closed = { table: 'queue_items', by: 'closed_at', where: 'not open' };
    this.retention.alsoRows('closed queue items', closed);
    const held = { table: 'evidence_holds', by: 'until' };
    this.retention.alsoRows('evidence held back', held);
    const comments = (seconds: number) => this.comments.dropOld(A_PIECE, seconds);
    this.retention.also({ what: 'comments of deleted posts', piece: comments });
    this.retention.also({ what: 'bulk jobs', piece: (seconds) => this.jobs.dropOld(seconds) });
  }
}
