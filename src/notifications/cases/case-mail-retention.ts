import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retention } from '../../events/retention-job.js';

/**
 * Deletes the records of mails to staff, and new cases that were never mailed: without a mail
 * server no round deletes those.
 */
@Injectable()
export class CaseMailRetention implements OnModuleInit {
  constructor(private readonly retention: Retention) {}

  onModuleInit(): void {
    this.retention.alsoRows('mails to moderators', { table: 'case_mails', by: 'mailed_at' });
    this.retention.alsoRows('news for moderators', { table: 'case_news', by: 'at' });
  }
}
