import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/** Whether the site has signed the key that a reader named for a page. */
export class SignedKeysOfPages1796290000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = `alter table page_checks
      add column key_signed boolean not null default false`;
    for (const statement of classified(column)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table page_checks drop column key_signed');
  }
}
