import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const TABLES = [
  /* A post that was deleted, or went into another one. */
  `alter table posts
    add column gone_at timestamptz,
    add column merged_into uuid`,
  'alter table posts add constraint posts_merged_fkey foreign key (merged_into) references posts(id)',
  'create index posts_gone_idx on posts (gone_at) where ((gone_at is not null) and (merged_into is null))',
  'create index posts_merged_idx on posts (merged_into) where (merged_into is not null)',

  /* The comments that a post had when it ended: what retention takes, or an undo gives back. */
  `create table ended_comments (
    post_id uuid not null,
    comment_id uuid not null,
    constraint ended_comments_pkey primary key (post_id, comment_id),
    constraint ended_comments_post_fkey foreign key (post_id) references posts(id) on delete cascade
  )`,

  /* Those that no list of a thread leads to. */
  'create index comments_hidden_idx on comments (post_id, id) where (not listed)',
];

export class PostEndings1796250000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES.flatMap(classified)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index comments_hidden_idx');
    await runner.query('drop table ended_comments');
    await runner.query('alter table posts drop column gone_at, drop column merged_into');
  }
}
