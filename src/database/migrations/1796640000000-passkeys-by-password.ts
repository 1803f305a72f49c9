import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A passkey that was added before was taken for one of two factors where another one had been added a moment earlier.
 * Without an app none of an account is: who knew the password alone may have added it.
 */
export class PasskeysByPassword1796640000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update passkeys set by_password = true
      where not by_password and not exists (
        select 1 from totp_factors t where t.user_id = passkeys.user_id and t.confirmed_at is not null)`);
  }

  async down(): Promise<void> {}
}
