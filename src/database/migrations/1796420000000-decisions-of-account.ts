import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists the newest decisions on an account without reading thousands of others. */
export class DecisionsOfAccount1796420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index decisions_account_idx on decisions (user_id, id desc) where user_id is not null',
    );
    await runner.query('drop index decisions_user_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index decisions_user_idx on decisions (user_id) where user_id is not null',
    );
    await runner.query('drop index decisions_account_idx');
  }
}
