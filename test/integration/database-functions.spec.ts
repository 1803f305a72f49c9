import { databaseFunctions } from '../../src/app/database-functions.js';
import { databaseFunction } from '../../src/database/functions.js';
import { migrate } from '../../src/database/migrate.js';
import { ADMIN, admin } from '../support/people.js';
import { createTestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';

const answering = (number: number) =>
  databaseFunction('of_this_test', `() returns integer language sql as 'select ${number}'`);

describe('the functions of the database', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  const start = (...functions: ReturnType<typeof answering>[]) =>
    migrate(database.connection, [...databaseFunctions, ...functions]);

  const standing = async (prefix: string) =>
    (
      await database.query<{ name: string }>(
        'select proname as name from pg_proc where starts_with(proname, $1)',
        [prefix],
      )
    ).map(({ name }) => name);

  it('are installed by the start of a build that has changed them', async () => {
    const [one, two] = [answering(1), answering(2)];
    await start(one);
    await start(two);
    expect(await database.query(`select ${two.name}() as answer`)).toEqual([{ answer: 2 }]);
    expect(await database.query(`select ${one.name}() as answer`)).toEqual([{ answer: 1 }]);
  });

  it('go when neither this build nor the one before it calls them', async () => {
    const builds = [answering(1), answering(2), answering(3)];
    for (const build of builds) await start(build);
    const names = await standing('of_this_test');
    expect(names.toSorted()).toEqual([builds[1].name, builds[2].name].toSorted());
    // Those that migrations made are of a build that is older still.
    expect(await standing('write_comments')).toEqual([expect.stringMatching(/_[0-9a-f]{8}$/)]);
  });

  it('are kept for the build that started last, though it is not the youngest', async () => {
    const [one, two, three] = [answering(1), answering(2), answering(3)];
    for (const build of [one, two, one, three]) await start(build);
    const names = await standing('of_this_test');
    expect(names.toSorted()).toEqual([one.name, three.name].toSorted());
  });

  it('come back when somebody has dropped them, and are else left alone', async () => {
    const one = answering(1);
    await start(one);
    const builds = await database.query('select build, started_at from function_builds');
    await database.query(`drop function ${one.name}`);
    await Promise.all([start(one), start(one)]);
    expect(await standing('of_this_test')).toEqual([one.name]);
    expect(await database.query('select build, started_at from function_builds')).toEqual(builds);
  });

  it('let nodes of two builds write to one database', async () => {
    const node = await createTestApp(database, ADMIN);
    try {
      const editor = await admin(node);
      const { id } = await createPost(node, editor);
      await start(answering(1));
      await say(node, editor, id, 'By the build before');
      expect(await standing('write_comments')).toHaveLength(1);
    } finally {
      await node.close();
    }
  });
});
