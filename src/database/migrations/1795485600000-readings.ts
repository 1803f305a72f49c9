import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

const TABLES = [
  /* How far somebody has read the log of a post, on whatever device. */
  `create table readings (
    user_id uuid not null,
    post_id uuid not null,
    last_seen_seq bigint not null,
    updated_at timestamptz not null default now(),
    constraint readings_pkey primary key (user_id, post_id),
    constraint readings_user_fkey foreign key (user_id) references users (id) on delete cascade,
    constraint readings_post_fkey foreign key (post_id) references posts (id) on delete cascade
  )`,
];

export class Readings1795485600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const classes = classify('readings', ['user_id', 'post_id', 'last_seen_seq', 'updated_at'], {
      user_id: 'pseudonym',
      last_seen_seq: 'behaviour',
      updated_at: 'behaviour',
    });
    for (const statement of [...TABLES, ...classes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table readings');
  }
}
