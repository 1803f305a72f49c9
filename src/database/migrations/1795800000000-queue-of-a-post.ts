import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits in one discussion is shown to moderators where they read it. */
export class QueueOfAPost1795800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index queue_items_post_idx on queue_items (post_id, kind, since, id) where open',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index queue_items_post_idx');
  }
}
