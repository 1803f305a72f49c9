import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

/**
 * What tied the moderator to the case, where nobody else could decide; and decisions that no moderator
 * made, as when reports hide a comment.
 */
export class DecisionTies1795540200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `alter table decisions add ties text[] not null default '{}', alter moderator_id drop not null`,
      ...classify('decisions', ['ties'], { ties: 'behaviour' }),
    ]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table decisions drop ties');
  }
}
