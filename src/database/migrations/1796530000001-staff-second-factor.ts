import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/** A setting of the site: whether staff may act only in sessions with two factors. */
export class StaffSecondFactor1796530000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = `alter table site
      add column staff_second_factor boolean not null default false`;
    for (const statement of classified(column)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table site drop column staff_second_factor');
  }
}
