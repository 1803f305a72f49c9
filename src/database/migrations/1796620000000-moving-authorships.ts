import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const COLUMN = `alter table authorships
  add column moving boolean not null default false`;

/** Marks takeovers whose comments are not all moved yet. */
export class MovingAuthorships1796620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of classified(COLUMN)) await runner.query(statement);
    await runner.query(
      'create index authorships_moving_idx on authorships (author_id) where moving',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table authorships drop column moving');
  }
}
