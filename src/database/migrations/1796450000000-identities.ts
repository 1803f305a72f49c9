import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/**
 * Accounts that sign in by another site, identified by issuer and subject. An account without a
 * password needs no address; one with a password signs in by it.
 */
export class Identities1796450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const table = `create table identities (
      issuer text not null,
      subject text not null,                             -- personal: pseudonym
      user_id uuid not null,                             -- personal: pseudonym
      claims jsonb,                                      -- personal: identity
      claims_at timestamptz,                             -- personal: behaviour
      created_at timestamptz not null default now(),     -- personal: behaviour
      constraint identities_pkey primary key (issuer, subject),
      constraint identities_user_fkey foreign key (user_id) references users(id) on delete cascade
    )`;
    const badges = `alter table users
      add column badges text[] not null default '{}'     -- personal: identity`;
    for (const statement of [...classified(table), ...classified(badges)])
      await runner.query(statement);
    await runner.query('create index identities_user_idx on identities (user_id)');
    await runner.query('alter table users drop constraint users_member_check');
    await runner.query(
      `alter table users add constraint users_member_check
       check ((kind <> 'member') or ((username is not null) and ((email is not null) or (password_hash is null))))`,
    );
  }

  /** Accounts without an address get an undeliverable one, so that no comments are lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update users set email = id || '@invalid', email_key = id || '@invalid'
       where kind = 'member' and email is null`,
    );
    await runner.query('alter table users drop constraint users_member_check');
    await runner.query(
      `alter table users add constraint users_member_check
       check ((kind <> 'member') or ((username is not null) and (email is not null)))`,
    );
    await runner.query('alter table users drop column badges');
    await runner.query('drop table identities');
  }
}
