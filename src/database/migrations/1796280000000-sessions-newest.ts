import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index of the active sessions of an account, newest first, to list them and to limit them. */
export class SessionsNewest1796280000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index sessions_newest_idx on sessions (user_id, id desc) where (revoked_at is null)',
    );
    await runner.query('drop index sessions_user_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index sessions_user_idx on sessions (user_id) where (revoked_at is null)',
    );
    await runner.query('drop index sessions_newest_idx');
  }
}
