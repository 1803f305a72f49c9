import type { TestDatabase } from '../test-database.js';

/** A comment, and the place that it has. */
interface Place {
  id: string;
  place: string;
}

/** Where each comment stands now. */
export function placesOf({ query }: Pick<TestDatabase, 'query'>): Promise<Place[]> {
  return query<Place>(
    `select id, concat_ws(' ', post_id, parent_id, root_id, depth) as place from comments order by id`,
  );
}
