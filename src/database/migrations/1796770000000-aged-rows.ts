import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const CHANGES = [
  // The creation times of moderators' news and mails, by which retention deletes them.
  `alter table case_news
    add column at timestamptz not null default now()`,
  'create index case_news_age_idx on case_news (at)',
  'create index case_mails_age_idx on case_mails (mailed_at) where mailed_at is not null',
  // Also covers waiting and sent mails of one account, for an erasure and the end of a guest.
  'create index case_mails_user_idx on case_mails (user_id, mailed_at)',
  'drop index case_mails_mailed_idx',
  'create index sessions_user_idx on sessions (user_id)',
];

export class AgedRows1796770000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CHANGES.flatMap(classified)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index sessions_user_idx');
    await runner.query(
      'create index case_mails_mailed_idx on case_mails (user_id, mailed_at) where mailed_at is not null',
    );
    await runner.query('drop index case_mails_user_idx');
    await runner.query('drop index case_mails_age_idx');
    await runner.query('alter table case_news drop column at');
  }
}
