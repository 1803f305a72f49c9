import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { databaseUrl, type TestDatabase } from './test-database.js';
import type { Connection } from '../../src/database/connection.js';

/** A role that owns nothing, with the grants that docs/operating.md tells an operator to give. */
export interface LimitedRole {
  connection: Connection;
  /** For `DATABASE_URL`. */
  url: string;
  drop(): Promise<void>;
}

export async function createLimitedRole(database: TestDatabase): Promise<LimitedRole> {
  const role = `app_${randomBytes(6).toString('hex')}`;
  const password = 'of-this-test-only';
  await database.query(`create role ${role} login password '${password}'`);
  for (const grant of grantsOfTheDocs(role)) {
    if (!grant.startsWith('create role')) await database.query(grant);
  }
  const connection = { ...database.connection, user: role, password };
  return {
    connection,
    url: databaseUrl(connection),
    drop: async () => {
      await database.query(`drop owned by ${role}`);
      await database.query(`drop role ${role}`);
    },
  };
}

function grantsOfTheDocs(role: string): string[] {
  const [, block] = /## A role that owns nothing[\s\S]+?```sql\n([\s\S]+?)```/.exec(
    readFileSync('docs/operating.md', 'utf8'),
  )!;
  return block
    .replaceAll('colloquy_app', role)
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);
}
