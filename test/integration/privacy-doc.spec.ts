import { readFileSync, writeFileSync } from 'node:fs';
import { type PersonalColumn, privacyPage } from '../support/privacy-page.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const PAGE = 'docs/privacy.md';

describe(PAGE, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is what the parts of the rooms and the schema say', async () => {
    const columns = await database.query<PersonalColumn>(
      `select c.relname as table, a.attname as column,
         substring(col_description(c.oid, a.attnum) from 'personal: (.*)') as tells
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
         and col_description(c.oid, a.attnum) <> 'personal: none'
       order by 1, 3`,
    );
    const page = privacyPage(columns);
    if (process.env.RENEW_PRIVACY) writeFileSync(PAGE, page);
    expect(page).toBe(readFileSync(PAGE, 'utf8'));
  });
});
