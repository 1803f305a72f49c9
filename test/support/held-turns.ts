import type { TestDatabase } from './test-database.js';

/**
 * Gives the turn of a round to a node that does not exist, so that nobody runs it. A long period
 * would not do: cluster rounds are checked every five seconds at least.
 */
export async function holdTurn(database: Pick<TestDatabase, 'query'>, name: string): Promise<void> {
  await database.query(
    `insert into round_turns (name, node_id, began_at, free_at)
     values ($1, gen_random_uuid(), now(), 'infinity')
     on conflict (name) do update set node_id = excluded.node_id, free_at = excluded.free_at`,
    [name],
  );
}

/** Leaves the turn to the next node that checks. */
export async function freeTurn(database: Pick<TestDatabase, 'query'>, name: string): Promise<void> {
  await database.query('delete from round_turns where name = $1', [name]);
}
