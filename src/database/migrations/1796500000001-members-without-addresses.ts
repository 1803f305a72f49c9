import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A member may have a password and no address. An account that proves an address takes it from one
 * that never did, which then still signs in by its user name.
 */
export class MembersWithoutAddresses1796500000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table users drop constraint users_member_check');
    await runner.query(
      `alter table users add constraint users_member_check
       check ((kind <> 'member') or (username is not null))`,
    );
  }

  /** Such accounts keep their password, and get an undeliverable address. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update users set email = id || '@invalid', email_key = id || '@invalid'
       where kind = 'member' and email is null and password_hash is not null`,
    );
    await runner.query('alter table users drop constraint users_member_check');
    await runner.query(
      `alter table users add constraint users_member_check
       check ((kind <> 'member') or ((username is not null) and ((email is not null) or (password_hash is null))))`,
    );
  }
}
