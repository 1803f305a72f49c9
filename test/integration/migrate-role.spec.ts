import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { databaseFunctions } from '../../src/app/database-functions.js';
import { parseConfig } from '../../src/config/app-config.js';
import { provideDatabase } from '../../src/database/open-database.js';
import { databaseFunction } from '../../src/database/functions.js';
import { createLimitedRole, type LimitedRole, roleScript } from '../support/limited-role.js';
import { ADMIN, admin } from '../support/people.js';
import { startService } from '../support/service.js';
import { createTestApp } from '../support/test-app.js';
import { createTestDatabase, databaseUrl, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

const SECRET = 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU';

const NEXT_BUILD = [
  ...databaseFunctions,
  databaseFunction('of_this_test', `() returns integer language sql as 'select 1'`),
];

describe('a node whose role owns nothing', () => {
  let database: TestDatabase;
  let role: LimitedRole;
  beforeAll(async () => {
    database = await createTestDatabase();
    role = await createLimitedRole(database);
  });
  afterAll(async () => {
    await role.drop();
    await database.drop();
  });

  const provide = (env: Record<string, string>, functions = databaseFunctions) =>
    provideDatabase(parseConfig({ AUTH_SECRET: SECRET, ...env }), functions);

  it('starts on a database that is up to date', async () => {
    const provided = await provide({ DATABASE_URL: role.url });
    expect(provided.connection.user).toBe(role.connection.user);
    await provided.leave();
  });

  it('is refused with one sentence when its build brings functions', async () => {
    await expect(provide({ DATABASE_URL: role.url }, NEXT_BUILD)).rejects.toThrow(
      `This build must bring the database up to date, which the role "${role.connection.user}" may not do ` +
        '(permission denied for schema public): set DATABASE_MIGRATE_URL to the address of the owner of ' +
        'the schema, or start one node as the owner first.',
    );
  });

  it('is refused when a migration is pending, and leaves the schema as it is', async () => {
    const [forgotten] = await database.query(
      'delete from migrations where id = (select max(id) from migrations) returning *',
    );
    const before = await database.query('select name from migrations order by id');
    await expect(provide({ DATABASE_URL: role.url })).rejects.toThrow(/DATABASE_MIGRATE_URL/);
    expect(await database.query('select name from migrations order by id')).toEqual(before);
    await database.query(
      'insert into migrations select * from jsonb_populate_record(null::migrations, $1)',
      [forgotten],
    );
  });

  it('is refused where the queue is missing or not open to it, until the owner has started', async () => {
    const alone = { DATABASE_URL: role.url };
    const withOwner = { ...alone, DATABASE_MIGRATE_URL: database.url };
    await database.query('drop schema graphile_worker cascade');
    await expect(provide(alone)).rejects.toThrow(/denied for database .*DATABASE_MIGRATE_URL/);
    await (await provide(withOwner)).leave();
    await (await provide(alone)).leave();
    await database.query(`revoke usage on schema graphile_worker from ${role.connection.user}`);
    await expect(provide(alone)).rejects.toThrow(/denied for schema .*DATABASE_MIGRATE_URL/);
    await (await provide(withOwner)).leave();
    await (await provide(alone)).leave();
  });

  it('does not take the address of an owner without one of its own', () => {
    expect(() => parseConfig({ AUTH_SECRET: SECRET, DATABASE_MIGRATE_URL: database.url })).toThrow(
      'DATABASE_MIGRATE_URL needs a DATABASE_URL of the same database.',
    );
  });

  it('names the setting whose server cannot be used', async () => {
    const env = {
      DATABASE_URL: role.url,
      DATABASE_MIGRATE_URL: role.url.replace('only', 'another'),
    };
    await expect(provide(env)).rejects.toThrow(/Check DATABASE_MIGRATE_URL\.$/);
  });

  it('starts when it has the address of the owner, and runs as the role', async () => {
    const env = { DATABASE_URL: role.url, DATABASE_MIGRATE_URL: database.url };
    const provided = await provide(env, NEXT_BUILD);
    const { connection } = provided;
    const node = await createTestApp({ ...database, connection }, ADMIN);
    try {
      const editor = await admin(node);
      await say(node, editor, (await createPost(node, editor)).id, 'By the role');
      // A connection of the owner, from the migration, may still be closing.
      await until('every connection to be of the role', async () => {
        const [{ roles }] = await database.query<{ roles: string[] }>(
          `select array_agg(distinct usename::text) as roles from pg_stat_activity
           where datname = current_database() and application_name like 'colloquy:%'`,
        );
        return roles.length === 1 && roles[0] === connection.user;
      });
    } finally {
      await node.close();
      await provided.leave();
    }
  });

  it('says the sentence and ends, as a process', async () => {
    await database.query('delete from function_builds');
    await database.query(`drop function ${databaseFunctions[0].name}`);
    const starting = startService({ AUTH_SECRET: SECRET, DATABASE_URL: role.url });
    await expect(starting).rejects.toThrow(
      /^The service ended with 1: This build must bring the database up to date, [^\n]+ first\.\n$/,
    );
  });

  it('has what it needs where the script of the compose file made it before there was a table', async () => {
    const name = `fresh_${randomBytes(6).toString('hex')}`;
    const app = `app_${randomBytes(6).toString('hex')}`;
    await database.query(`create database ${name} locale_provider builtin builtin_locale 'C.UTF-8'
      locale 'C' encoding 'UTF8' template template0`);
    const owner = { ...database.connection, database: name };
    const connection = { ...owner, user: app, password: 'of-this-test-only' };
    const client = new Client(owner);
    await client.connect();
    try {
      await client.query(roleScript(app, connection.password));
      const urls = {
        DATABASE_URL: databaseUrl(connection),
        DATABASE_MIGRATE_URL: databaseUrl(owner),
      };
      const provided = await provide(urls);
      const node = await createTestApp({ connection: provided.connection }, ADMIN);
      const editor = await admin(node);
      await say(node, editor, (await createPost(node, editor)).id, 'By the role');
      await node.close();
      await provided.leave();
      await client.query(`set role ${app}`);
      for (const change of [
        `update decisions set reason = 'other'`,
        'delete from decisions',
        'delete from migrations',
        'delete from graphile_worker.migrations',
      ]) {
        await expect(client.query(change)).rejects.toThrow(/permission denied/);
      }
      await client.query(`select graphile_worker.add_job('trial')`);
      const jobs = await client.query('select 1 from graphile_worker._private_jobs');
      expect(jobs.rowCount).toBe(1);
      await expect(client.query('drop table decisions')).rejects.toThrow(/must be owner/);
      await expect(client.query('alter table decisions disable trigger all')).rejects.toThrow(
        /must be owner/,
      );
      await client.query('reset role');
    } finally {
      await client.query(`drop owned by ${app}`);
      await client.query(`drop role ${app}`);
      await client.end();
      await database.query(`drop database ${name} with (force)`);
    }
  });
});
