import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/** The terms of the site, and the version that each account has accepted. */
export class Terms1796580000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const site = `alter table site
      add column terms_version text not null default '',
      add column terms_url text not null default ''`;
    const users = `alter table users
      add column terms_version text,                     -- personal: behaviour
      add column terms_accepted_at timestamptz           -- personal: behaviour`;
    for (const statement of [...classified(site), ...classified(users)])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table users drop column terms_accepted_at, drop column terms_version',
    );
    await runner.query('alter table site drop column terms_url, drop column terms_version');
  }
}
