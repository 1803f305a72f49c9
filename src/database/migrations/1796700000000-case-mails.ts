import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const TABLES = [
  /* What has begun to wait for a moderator, until it is known whom to mail of it. */
  `create table case_news (
    id bigint generated always as identity,
    kind text not null,
    comment_id uuid not null,
    notice_id uuid,
    constraint case_news_pkey primary key (id),
    constraint case_news_kind_check check (kind in ('held', 'reported', 'notice'))
  )`,
  /* What each of the staff is mailed of; its cause is a comment or a notice. */
  `create table case_mails (
    id uuid not null,
    user_id uuid not null, -- personal: pseudonym
    kind text not null,
    comment_id uuid not null,
    cause uuid not null,
    mail_id uuid,
    mailed_at timestamptz, -- personal: behaviour
    constraint case_mails_pkey primary key (id),
    constraint case_mails_user_fkey foreign key (user_id) references users(id) on delete cascade
  )`,
];

const INDEXES = [
  'create unique index case_mails_waiting_key on case_mails (user_id, kind, cause) where mail_id is null',
  'create index case_mails_waiting_idx on case_mails (user_id, id) where mail_id is null',
  'create index case_mails_mail_idx on case_mails (mail_id) where mail_id is not null',
  'create index case_mails_mailed_idx on case_mails (user_id, mailed_at) where mailed_at is not null',
];

/** Mails to moderators about cases that wait for them. */
export class CaseMails1796700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES.flatMap(classified), ...INDEXES])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table case_mails');
    await runner.query('drop table case_news');
  }
}
