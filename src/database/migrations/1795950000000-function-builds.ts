import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classify } from '../personal-data.js';

/**
 * The functions that builds of the service call; see `installFunctions`. The first row is of the builds
 * before this, which call functions that migrations made: those go as any other build's do.
 */
export class FunctionBuilds1795950000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table function_builds (
        build text not null,
        functions text[] not null,
        started_at timestamptz not null default now(),
        constraint function_builds_pkey primary key (build)
      )`,
      `insert into function_builds (build, functions)
       values ('migrations', '{write_comments,next_turn,is_newcomer}')`,
      ...classify('function_builds', ['build', 'functions', 'started_at'], {}),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table function_builds');
  }
}
