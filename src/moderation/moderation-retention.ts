import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retention } from '../events/retention.js';
import { BulkWorkRepository } from './bulk/bulk-work.repository.js';

/** Hashes of networks are of use while a brigade is, and are personal data. */
const HASHED = ['comment_flags', 'user_flags', 'notices'];

/** What of moderation has served its time. The log of decisions stays. */
@Injectable()
export class ModerationRetention implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly jobs: BulkWorkRepository,
  ) {}

  onModuleInit(): void {
    for (const table of HASHED) {
      this.retention.alsoRows('network hashes', {
        table,
        by: 'created_at',
        where: 'cluster is not null',
        set: 'cluster = null',
      });
    }
    this.retention.alsoRows('closed queue items', {
      table: 'queue_items',
      by: 'closed_at',
      where: 'not open',
    });
    this.retention.also({ what: 'bulk jobs', piece: (seconds) => this.jobs.dropOld(seconds) });
  }
}
