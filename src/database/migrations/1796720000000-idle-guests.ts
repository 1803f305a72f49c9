import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index of guests by their first visit, for the sweep of those without comments. */
export class IdleGuests1796720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index users_guests_idx on users (created_at, id) where kind = 'guest'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index users_guests_idx');
  }
}
