import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Formerly a passkey counted as one of two factors if another had been added just before it. In an
 * account without an app none does: the password alone may have sufficed to add it.
 */
export class PasskeysByPassword1796640000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update passkeys set by_password = true
      where not by_password and not exists (
        select 1 from totp_factors t where t.user_id = passkeys.user_id and t.confirmed_at is not null)`);
  }

  async down(): Promise<void> {}
}
