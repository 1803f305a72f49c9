import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

/** Comments whose locks have not been carried to all their replies yet; `after` is the last one that was done. */
export class BranchMoves1795950200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table branch_moves (
        comment_id uuid not null,
        post_id uuid not null,
        after uuid,
        constraint branch_moves_pkey primary key (comment_id),
        constraint branch_moves_comment_fkey foreign key (comment_id) references comments (id) on delete cascade
      )`,
      `create index branch_moves_post_idx on branch_moves (post_id, comment_id)`,
      ...classify('branch_moves', ['comment_id', 'post_id', 'after'], {}),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table branch_moves');
  }
}
