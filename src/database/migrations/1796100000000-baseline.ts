import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classified } from '../personal-data.js';
import { ACCOUNTS } from './baseline/accounts.js';
import { CANNED_REASONS } from './baseline/canned-reasons.js';
import { COMMENTS } from './baseline/comments.js';
import { DECISIONS } from './baseline/decisions.js';
import { NODES } from './baseline/nodes.js';
import { POSTS } from './baseline/posts.js';
import { REPORTS } from './baseline/reports.js';

const TABLES = [...NODES, ...ACCOUNTS, ...POSTS, ...COMMENTS, ...REPORTS, ...DECISIONS];

/** The tables of version 0.2, and the initial rows. Functions and triggers are in `*.sql.ts`. */
export class Baseline1796100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES.flatMap(classified)) await runner.query(statement);
    await runner.query('insert into site default values');
    for (const [reason, texts] of Object.entries(CANNED_REASONS)) {
      for (const [language, text] of Object.entries(texts)) {
        await runner.query(
          'insert into canned_reasons (reason, language, text) values ($1, $2, $3)',
          [reason, language, text],
        );
      }
    }
  }

  async down(): Promise<void> {
    throw new Error('The baseline has nothing to go back to: drop the database instead.');
  }
}
