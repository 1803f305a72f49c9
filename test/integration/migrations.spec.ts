import { databaseFunctions } from '../../src/app/database-functions.js';
import { migrate } from '../../src/database/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('change nothing when they run again, also at the same time', async () => {
    const before = await database.query('select name from migrations order by id');
    await Promise.all([
      migrate(database.connection, databaseFunctions),
      migrate(database.connection, databaseFunctions),
    ]);
    expect(await database.query('select name from migrations order by id')).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  it('bring an empty database up when several nodes start together', async () => {
    await database.query('drop schema public cascade');
    await database.query('create schema public');
    await Promise.all([
      migrate(database.connection, databaseFunctions),
      migrate(database.connection, databaseFunctions),
      migrate(database.connection, databaseFunctions),
    ]);
    expect(await database.query('select count(*)::int as rows from site')).toEqual([{ rows: 1 }]);
  });

  it('give every column a class of personal data', async () => {
    const unclassified = await database.query(
      `select c.relname || '.' || a.attname as column
       from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
         and a.attnum > 0 and not a.attisdropped
         and coalesce(col_description(c.oid, a.attnum), '') !~
           '^personal: (none|pseudonym|identity|contact|secret|content|behaviour)$'`,
    );
    expect(unclassified).toEqual([]);
  });
});
