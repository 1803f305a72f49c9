import { Queryable, type Statement } from '../../src/database/database.js';

/** Something that a repository reads from, made of a function that runs a statement. */
export function queryableBy(run: (statement: Statement) => Promise<object[]>): Queryable {
  class By extends Queryable {
    async query<Row>(statement: Statement): Promise<Row[]> {
      return (await run(statement)) as Row[];
    }
  }
  return new By();
}
