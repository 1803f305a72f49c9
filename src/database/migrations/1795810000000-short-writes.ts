import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WRITE_COMMENTS as FORMER } from './1795620000000-write-comments.js';
import { WRITE_COMMENTS_FUNCTIONS } from './1795810000000-write-comments.js';

/** A batch of comments in short statements. */
export class ShortWrites1795810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop function write_comments');
    for (const statement of WRITE_COMMENTS_FUNCTIONS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['write_comments', 'next_turn', 'is_newcomer'])
      await runner.query(`drop function ${name}`);
    await runner.query(FORMER);
  }
}
