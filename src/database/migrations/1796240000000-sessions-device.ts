import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';

/** The device of a session, so that its owner can recognise it. */
export class SessionsDevice1796240000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = `alter table sessions
      add column device text                             -- personal: behaviour`;
    for (const statement of classified(column)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sessions drop column device');
  }
}
