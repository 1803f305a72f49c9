import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/** When and in which mail a notification is sent; sent rows belong to no mail any more. */
const UP = [
  `alter table notifications
    add column mail_due_at timestamptz, -- personal: behaviour
    add column mail_id uuid -- personal: behaviour`,
  `create index notifications_mail_due_idx on notifications (mail_due_at, user_id)
     where mail_due_at is not null`,
  'create index notifications_mail_idx on notifications (mail_id) where mail_id is not null',
];

export class NotificationMails1796600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP.flatMap(classified)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notifications drop column mail_id, drop column mail_due_at');
  }
}
