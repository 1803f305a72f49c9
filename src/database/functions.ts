import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/** A function of the database that a build of the service calls by this name. */
export interface DatabaseFunction {
  /** With the hash of its definition, so that the functions of two builds stand side by side. */
  readonly name: string;
  /** What makes it. */
  readonly statement: string;
}

/** Nodes of the build before may run on while those of the next start. */
const BUILDS_KEPT = 2;

/** @param definition everything behind the name: `(arguments) returns ... as $$ ... $$` */
export function databaseFunction(name: string, definition: string): DatabaseFunction {
  const hashed = `${name}_${hashOf(definition)}`;
  return { name: hashed, statement: `create function ${hashed}${definition}` };
}

/**
 * Makes the functions that this build calls and that are not there yet, and drops those that neither it
 * nor the build before it calls. The caller holds the lock of the migrations. A build that is known
 * already changes nothing, so a role that owns nothing and a standby may start it.
 * @param functions a function stands behind those that it calls
 */
export async function installFunctions(
  client: Client,
  functions: readonly DatabaseFunction[],
): Promise<void> {
  const names = functions.map(({ name }) => name);
  const build = hashOf(names.toSorted((one, other) => one.localeCompare(other)).join(' '));
  await client.query('begin');
  try {
    for (const { name, statement } of functions) {
      const { rows } = await client.query('select to_regproc($1) is not null as found', [name]);
      if (!rows[0].found) await client.query(statement);
    }
    if (!(await isNewest(client, build))) await register(client, build, names);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function isNewest(client: Client, build: string): Promise<boolean> {
  const { rows } = await client.query<{ build: string }>(
    'select build from function_builds order by started_at desc limit 1',
  );
  return rows[0]?.build === build;
}

async function register(client: Client, build: string, names: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ fresh: boolean }>(
    `insert into function_builds (build, functions, started_at) values ($1, $2, clock_timestamp())
     on conflict (build) do update set started_at = excluded.started_at
     returning xmax = 0 as fresh`,
    [build, names],
  );
  if (rows[0].fresh) await dropUnused(client);
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

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
