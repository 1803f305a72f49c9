import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retention } from '../../events/retention-job.js';

/** Drops what staff were mailed of, and news that nobody was: without mail no round takes them away. */
@Injectable()
export class CaseMailRetention implements OnModuleInit {
  constructor(private readonly retention: Retention) {}

  onModuleInit(): void {
    this.retention.alsoRows('mails to moderators', { table: 'case_mails', by: 'mailed_at' });
    this.retention.alsoRows('news for moderators', { table: 'case_news', by: 'at' });
  }
}
