import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An old link names a comment without its system: the index that holds imported comments apart finds
 * it too, once the system comes last.
 */
export class ForeignIds1795630000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index comments_foreign_key');
    await runner.query(
      `create unique index comments_foreign_key on comments (post_id, foreign_id, source)
       where source is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index comments_foreign_key');
    await runner.query(
      `create unique index comments_foreign_key on comments (post_id, source, foreign_id)
       where source is not null`,
    );
  }
}
