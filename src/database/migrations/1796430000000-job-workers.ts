import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const TABLES = [
  /* A pool of workers of a node, under the id by which the queue knows what it holds. */
  `create table job_workers (
    pool_id text not null,
    began_at timestamptz default now() not null,
    lost_at timestamptz not null,
    constraint job_workers_pkey primary key (pool_id)
  )`,
];

export class JobWorkers1796430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES.flatMap(classified)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job_workers');
  }
}
