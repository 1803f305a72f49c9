import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

const TABLES = [
  /* One decision on many comments. \`node\` works on it, and has done so at \`beat_at\`. */
  `create table bulk_jobs (
    id uuid not null,
    moderator_id uuid not null,
    decision_id uuid,
    action text not null,
    reason text,
    rule text,
    note text,
    text text,
    state text not null default 'running',
    total integer not null,
    done integer not null default 0,
    refused integer not null default 0,
    node uuid,
    beat_at timestamptz,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    constraint bulk_jobs_pkey primary key (id),
    constraint bulk_jobs_state_check check (state in ('running', 'done', 'cancelled', 'failed'))
  )`,
  `create index bulk_jobs_running_idx on bulk_jobs (id) where state = 'running'`,
  `create index bulk_jobs_decision_idx on bulk_jobs (decision_id) where decision_id is not null`,

  /* What is decided on, as it was when it was selected, and what became of it. */
  `create table bulk_items (
    job_id uuid not null,
    place integer not null,
    post_id uuid not null,
    comment_id uuid not null,
    version integer not null,
    outcome text,
    constraint bulk_items_pkey primary key (job_id, place),
    constraint bulk_items_job_fkey foreign key (job_id) references bulk_jobs (id) on delete cascade
  )`,
  `create index bulk_items_open_idx on bulk_items (job_id, place) where outcome is null`,
];

const CLASSES = [
  ...classify(
    'bulk_jobs',
    'id moderator_id decision_id action reason rule note text state total done refused node beat_at created_at finished_at'.split(
      ' ',
    ),
    {
      moderator_id: 'pseudonym',
      action: 'behaviour',
      reason: 'behaviour',
      rule: 'behaviour',
      note: 'content',
      text: 'content',
      created_at: 'behaviour',
      finished_at: 'behaviour',
    },
  ),
  ...classify('bulk_items', ['job_id', 'place', 'post_id', 'comment_id', 'version', 'outcome'], {}),
];

export class BulkJobs1795612000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...CLASSES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bulk_items, bulk_jobs');
  }
}
