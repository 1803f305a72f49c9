import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

/** Of a job that is selected piece by piece: where the next piece begins; null when there is none. */
export class BulkRest1795960000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bulk_jobs add column rest jsonb');
    for (const statement of classify('bulk_jobs', ['rest'], { rest: 'pseudonym' })) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bulk_jobs drop column rest');
  }
}
