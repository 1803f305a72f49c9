import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/** Drops a column that was never written, and is no longer read. */
export class NoticesStatement1796410000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notices drop column statement');
  }

  async down(runner: QueryRunner): Promise<void> {
    const column = `alter table notices
      add column statement text -- personal: content`;
    for (const statement of classified(column)) await runner.query(statement);
  }
}
