import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the site has signed the key that a reader gave for a page. */
export class SignedKeysOfPages1796290000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table page_checks add column key_signed boolean not null default false',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table page_checks drop column key_signed');
  }
}
