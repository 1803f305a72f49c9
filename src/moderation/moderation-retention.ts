import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retention } from '../events/retention.js';
import { BulkWorkRepository } from './bulk/bulk-work.repository.js';

/** Hashes of networks are of use while a brigade is, and are personal data. */
const HASHED = ['comment_flags', 'user_flags', 'notices'];

/** The rows of moderation that are kept for a time. The log of decisions stays. */
@Injectable()
export class ModerationRetention implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly jobs: BulkWorkRepository,
  ) {}

  onModuleInit(): void {
    const hashes = { by: 'created_at', where: 'cluster is not null', set: 'cluster = null' };
    for (const table of HASHED) this.retention.alsoRows('network hashes', { table, ...hashes });
    const closed = { table: 'queue_items', by: 'closed_at', where: 'not open' };
    this.retention.alsoRows('closed queue items', closed);
    this.retention.also({ what: 'bulk jobs', piece: (seconds) => this.jobs.dropOld(seconds) });
  }
}
