import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/** The time of each account's last notification mail, which outlives the notifications. */
const TABLE = `create table mailed_accounts (
  user_id uuid not null,              -- personal: pseudonym
  mailed_at timestamptz not null,     -- personal: behaviour
  constraint mailed_accounts_pkey primary key (user_id),
  constraint mailed_accounts_user_fkey foreign key (user_id) references users(id) on delete cascade
)`;

export class MailedAccounts1796610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of classified(TABLE)) await runner.query(statement);
    await runner.query(
      `create index notifications_mailable_idx on notifications (user_id, id) where mail_due_at is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index notifications_mailable_idx');
    await runner.query('drop table mailed_accounts');
  }
}
