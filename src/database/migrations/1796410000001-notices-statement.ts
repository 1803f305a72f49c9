import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/** Nothing ever wrote it, and nothing reads it any more. */
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
