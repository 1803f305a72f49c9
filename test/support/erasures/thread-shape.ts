import type { TestDatabase } from '../test-database.js';

/** A comment, and its position. */
interface Place {
  id: string;
  place: string;
}

/** The current position of each comment. */
export function placesOf({ query }: Pick<TestDatabase, 'query'>): Promise<Place[]> {
  return query<Place>(
    `select id, concat_ws(' ', post_id, parent_id, root_id, depth) as place from comments order by id`,
  );
}
