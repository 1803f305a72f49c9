import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const TABLES = [
  /* A post that was deleted, and whose comments count as seen from then on, or do not any more; in pieces. */
  `create table seen_moves (
    post_id uuid not null,
    gone_at timestamptz not null,
    after uuid,
    constraint seen_moves_pkey primary key (post_id),
    constraint seen_moves_post_fkey foreign key (post_id) references posts(id) on delete cascade
  )`,
];

export class SeenMoves1796410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES.flatMap(classified)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table seen_moves');
  }
}
