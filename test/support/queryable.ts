import { Queryable, type Statement } from '../../src/database/database.js';

/** The interface that repositories read from, built from a function that runs a statement. */
export function queryableBy(run: (statement: Statement) => Promise<object[]>): Queryable {
  class By extends Queryable {
    async query<Row>(statement: Statement): Promise<Row[]> {
      return (await run(statement)) as Row[];
    }
  }
  return new By();
}
