import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

const CHANGES = [
  /* Background work that one node does for all: whose turn it is, and until when nobody else begins. */
  `create table round_turns (
    name text not null,
    node_id uuid not null,
    began_at timestamptz not null,
    free_at timestamptz not null,
    ended_at timestamptz,
    constraint round_turns_pkey primary key (name)
  )`,
  ...classify('round_turns', ['name', 'node_id', 'began_at', 'free_at', 'ended_at'], {}),
  `alter table site drop column scores_settled_at, drop column queue_swept_at`,
];

export class Rounds1795940000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CHANGES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table round_turns');
    await runner.query(
      `alter table site add scores_settled_at timestamptz not null default '-infinity',
       add queue_swept_at timestamptz not null default '-infinity'`,
    );
  }
}
