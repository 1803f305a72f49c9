import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Votes of the last minutes are looked for each ten seconds, and cast all the time: a summary of blocks
 * costs a vote next to nothing.
 */
export class RecentVotes1795540100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index votes_recent_idx on votes using brin (created_at)
       with (pages_per_range = 32, autosummarize = on)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index votes_recent_idx');
  }
}
