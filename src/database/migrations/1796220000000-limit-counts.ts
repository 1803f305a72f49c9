import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

const STATEMENTS = [
  /* How often something was done that all nodes count together. In the key a keyed hash stands for the account and
     the network. A crash may lose it, since it counts for a day at most. */
  `create unlogged table limit_counts (
    key text not null,                                 -- personal: pseudonym
    count integer not null,                            -- personal: behaviour
    ends_at timestamptz not null,
    constraint limit_counts_pkey primary key (key)
  )`,
  'create index limit_counts_ended_idx on limit_counts (ends_at)',
];

export class LimitCounts1796220000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS.flatMap(classified)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table limit_counts');
  }
}
