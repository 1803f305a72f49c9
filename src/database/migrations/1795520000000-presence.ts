import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

const CHANGES = [
  /* How many read a post on each node, for some seconds. Not worth a place in the log of Postgres. */
  `create unlogged table post_readers (
    post_id uuid not null,
    node_id uuid not null,
    readers integer not null,
    seen_at timestamptz not null,
    constraint post_readers_pkey primary key (post_id, node_id)
  )`,

  /* Retention looks for what is old; its order on disk is about that of age. */
  `create index post_events_at_idx on post_events using brin (at)`,

  /* The cluster and timeline that the epoch belongs to. */
  `alter table site add column place text`,
];

export class Presence1795520000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const classes = [
      ...classify('post_readers', ['post_id', 'node_id', 'readers', 'seen_at'], {}),
      ...classify('site', ['place'], {}),
    ];
    for (const statement of [...CHANGES, ...classes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table post_readers');
    await runner.query('drop index post_events_at_idx');
    await runner.query('alter table site drop column place');
  }
}
