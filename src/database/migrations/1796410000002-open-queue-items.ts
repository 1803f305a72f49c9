import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By id, as comments are: those that nobody has seen are walked beside it. */
export class OpenQueueItems1796410000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index queue_items_open_idx on queue_items (id) where open');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index queue_items_open_idx');
  }
}
