import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guests by when they came, for the sweep of those who wrote nothing. */
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
