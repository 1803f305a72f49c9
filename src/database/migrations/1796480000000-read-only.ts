import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/** A setting of the site: refuses all changes that others would see. */
export class ReadOnly1796480000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = `alter table site
      add column read_only boolean not null default false`;
    for (const statement of classified(column)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table site drop column read_only');
  }
}
