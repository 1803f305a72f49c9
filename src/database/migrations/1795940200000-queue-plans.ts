import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = [
  'move_queue_item(uuid, text, uuid, integer, integer, real)',
  'count_comment_flags()',
  'count_user_flags()',
  'count_notices()',
  'keep_queue_item()',
];

/** A session that planned these while their tables were small must not read whole tables when they are not. */
export class QueuePlans1795940200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of FUNCTIONS)
      await runner.query(`alter function ${name} set enable_seqscan = off`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of FUNCTIONS) await runner.query(`alter function ${name} reset enable_seqscan`);
  }
}
