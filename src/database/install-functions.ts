import type { Client } from 'pg';
import { buildOf, type DatabaseFunction } from './functions.js';

/** Nodes of the build before may run on while those of the next start. */
const BUILDS_KEPT = 2;

/** Writes to the table queue behind this lock request, so it must not wait for long. */
const LOCK_TIMEOUT = '5s';

/**
 * Creates the missing functions of this build, points its triggers to them, and drops the functions
 * that neither this build nor the previous one uses. The caller holds the lock of the migrations.
 *
 * If the database knows the build, only missing functions are created. So a role that owns nothing
 * can start the build, and so can a standby. A restarting node of the previous build keeps the
 * triggers of the newer one.
 * @param functions in order of dependency: a function comes after those that it calls
 */
export async function installFunctions(
  client: Client,
  functions: readonly DatabaseFunction[],
): Promise<void> {
  const build = buildOf(functions);
  const known = await knownBuilds(client);
  await client.query(`set lock_timeout = '${LOCK_TIMEOUT}'`);
  await createMissing(client, functions);
  if (!known.includes(build)) await installTriggers(client, functions);
  if (known[0] === build) return;
  await client.query('begin');
  try {
    await register(client, build, functions);
    await dropUnused(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** The builds that the database knows, latest start first. */
async function knownBuilds(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ build: string }>(
    'select build from function_builds order by started_at desc',
  );
  return rows.map(({ build }) => build);
}

async function createMissing(
  client: Client,
  functions: readonly DatabaseFunction[],
): Promise<void> {
  for (const { name, statement } of functions) {
    const { rows } = await client.query('select to_regproc($1) is not null as found', [name]);
    if (!rows[0].found) await client.query(statement);
  }
}

/**
 * Each trigger is a transaction of its own, because holding the locks of two tables could deadlock
 * with an act.
 */
async function installTriggers(
  client: Client,
  functions: readonly DatabaseFunction[],
): Promise<void> {
  const { rows } = await client.query<{ trigger: string; runs: string; ours: boolean }>(
    `select concat_ws(' on ', t.tgname, c.relname) as trigger, p.proname as runs,
       exists (select 1 from function_builds b where p.proname = any(b.functions)) as ours
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
     where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace`,
  );
  const installed = new Map(rows.map((row) => [row.trigger, row]));
  for (const { name: runs, triggers } of functions) {
    for (const { name, table, statement } of triggers) {
      if (installed.get(`${name} on ${table}`)?.runs !== runs) await client.query(statement);
      installed.delete(`${name} on ${table}`);
    }
  }
  for (const { trigger, ours } of installed.values())
    if (ours) await client.query(`drop trigger ${trigger}`);
}

async function register(
  client: Client,
  build: string,
  functions: readonly DatabaseFunction[],
): Promise<void> {
  await client.query(
    `insert into function_builds (build, functions, started_at) values ($1, $2, clock_timestamp())
     on conflict (build) do update set started_at = excluded.started_at`,
    [build, functions.map(({ name }) => name)],
  );
}

async function dropUnused(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `with former as (
       delete from function_builds where build not in (
         select build from function_builds order by started_at desc limit ${BUILDS_KEPT})
       returning functions
     ), kept as (
       select functions from function_builds order by started_at desc limit ${BUILDS_KEPT}
     )
     select distinct name from former, unnest(former.functions) as name
     where name not in (select unnest(functions) from kept)`,
  );
  for (const { name } of rows) await client.query(`drop function if exists ${name}`);
}
