import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { databaseFunctions } from '../../src/app/database-functions.js';
import type { Connection } from '../../src/database/connection.js';
import { migrate } from '../../src/database/migrate.js';
import { databaseUrl, type TestDatabase } from './test-database.js';

/** A role that owns nothing, as created by the compose file's script or by the owner's start. */
export interface LimitedRole {
  connection: Connection;
  /** For `DATABASE_URL`. */
  url: string;
  drop(): Promise<void>;
}

export async function createLimitedRole(database: TestDatabase): Promise<LimitedRole> {
  const role = `app_${randomBytes(6).toString('hex')}`;
  const password = 'of-this-test-only';
  await database.query(roleScript(role, password));
  await migrate(database.connection, databaseFunctions);
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

/** The statements of the script, with another role name. */
export function roleScript(role: string, password: string): string {
  const [, script] = /<<'SQL'\n([\s\S]+?)SQL\n/.exec(readFileSync('deploy/app-role.sh', 'utf8'))!;
  return script.replaceAll('colloquy_app', role).replace(":'password'", `'${password}'`);
}
