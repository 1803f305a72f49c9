import { readFileSync, writeFileSync } from 'node:fs';
import { describeTables, listFunctions, withoutHashes } from '../support/schema.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const PAGE = 'docs/schema.sql';

const HEAD = `-- The schema as a start leaves it. To renew this page: npm run schema
--
-- Behind a column stands what it tells about a person (src/database/personal-data.ts); most tell nothing.
-- The schema graphile_worker, which holds the queue, is its library's and not here (docs/decisions/0009).
-- Functions and triggers are in *.sql.ts beside their rules. Their names end in a hash, which is left out here.
`;

describe('docs/schema.sql', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is the schema that a start makes', async () => {
    const functions = (await listFunctions(database)).map((name) => `--   ${name}\n`).join('');
    const parts = [HEAD, await describeTables(database), `-- Functions:\n${functions}`];
    const schema = withoutHashes(parts.join('\n'));
    if (process.env.RENEW_SCHEMA) writeFileSync(PAGE, schema);
    expect(schema).toBe(readFileSync(PAGE, 'utf8'));
  });
});
