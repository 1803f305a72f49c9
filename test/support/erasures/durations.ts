import type { TestDatabase } from '../test-database.js';

/** Records the start and end of each erasure, by the clock of the database. */
export async function noteDurations({ query }: Pick<TestDatabase, 'query'>): Promise<void> {
  await query(
    `create table erasure_times (user_id uuid, due_at timestamptz, began_at timestamptz, ended_at timestamptz)`,
  );
  await query(
    `create function note_erasure() returns trigger language plpgsql as $$ begin
       insert into erasure_times values (old.user_id, old.due_at, old.began_at, clock_timestamp());
       return null;
     end $$`,
  );
  await query(
    'create trigger note_erasure after delete on erasures for each row execute function note_erasure()',
  );
}

export interface Durations {
  count: number;
  /** The longest erasure, from its start. */
  longest: number;
  median: number;
  /** From the first start to the last end. */
  all: number;
}

/** In seconds. */
export async function durationsOf({ query }: Pick<TestDatabase, 'query'>): Promise<Durations> {
  const [durations] = await query<Durations>(
    `select count(*)::integer as count, max(seconds)::float8 as longest,
       percentile_cont(0.5) within group (order by seconds) as median,
       extract(epoch from max(ended_at) - min(began_at))::float8 as all
     from (select *, extract(epoch from ended_at - began_at)::float8 as seconds from erasure_times) timed`,
  );
  return durations;
}
