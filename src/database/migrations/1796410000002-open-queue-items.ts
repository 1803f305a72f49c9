import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sorted by id like comments, so that unseen comments can be scanned in parallel. */
export class OpenQueueItems1796410000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index queue_items_open_idx on queue_items (id) where open');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index queue_items_open_idx');
  }
}
