import type { TestDatabase } from './test-database.js';

/**
 * Gives the turn of some background work to a node that is not there, so that none does it. A long period does not
 * keep a node from it: what one node does for all is looked for every five seconds at least.
 */
export async function holdTurn(database: Pick<TestDatabase, 'query'>, name: string): Promise<void> {
  await database.query(
    `insert into round_turns (name, node_id, began_at, free_at)
     values ($1, gen_random_uuid(), now(), 'infinity')
     on conflict (name) do update set node_id = excluded.node_id, free_at = excluded.free_at`,
    [name],
  );
}

/** Leaves it to the node that looks first. */
export async function freeTurn(database: Pick<TestDatabase, 'query'>, name: string): Promise<void> {
  await database.query('delete from round_turns where name = $1', [name]);
}
