import { readFileSync } from 'node:fs';
import { databaseFunctions } from '../../src/app/database-functions.js';
import {
  databaseFunction,
  type DatabaseFunction,
  triggerFunction,
} from '../../src/database/functions.js';
import { migrate } from '../../src/database/migrate.js';
import { flag } from '../support/moderation.js';
import { ADMIN, admin, register } from '../support/people.js';
import { createTestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';
import { vote } from '../support/votes.js';

const answering = (number: number) =>
  databaseFunction('of_this_test', `() returns integer language sql as 'select ${number}'`);

/** A build in which every function and trigger has a different definition, and so this hash. */
const changed = (hash: string): DatabaseFunction[] => {
  const rename = (text: string) =>
    databaseFunctions.reduce(
      (renamed, { name }) => renamed.replaceAll(name, name.slice(0, -hash.length) + hash),
      text,
    );
  return databaseFunctions.map(({ name, statement, triggers }) => ({
    name: rename(name),
    statement: rename(statement),
    triggers: triggers.map((trigger) => ({ ...trigger, statement: rename(trigger.statement) })),
  }));
};

describe('the functions of the database', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  const start = (...functions: DatabaseFunction[]) =>
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
      const [author, voter] = [await register(node), await register(node)];
      const { id: post } = await createPost(node, editor);
      await migrate(database.connection, changed('00000001'));
      const { id } = await say(node, author, post, 'By the build before');
      const cast = await database.query(
        `select outcome, upvotes from cast_votes_00000001($1, $2, $3, true)`,
        [[id], [editor.id], [1]],
      );
      expect(cast).toEqual([{ outcome: 'cast', upvotes: 1 }]);
      expect((await vote(node, voter, id, 1)).body).toMatchObject({ value: 1 });
      await flag(node, voter, id);
      const count = `select upvotes, flag_count from comments join queue_items using (id) where id = $1`;
      expect(await database.query(count, [id])).toEqual([{ upvotes: 2, flag_count: 1 }]);
      for (const name of ['write_comments', 'cast_votes', 'keep_queue_item'])
        expect(await standing(name)).toHaveLength(2);
    } finally {
      await node.close();
    }
    await migrate(database.connection, changed('00000002'));
    const names = await standing('cast_votes');
    expect(names.toSorted()).toEqual(['cast_votes_00000001', 'cast_votes_00000002']);
  });

  describe('that triggers run', () => {
    /** A build whose trigger records each post with that word. */
    const noting = (word: string, event = 'after insert') =>
      triggerFunction(
        'of_this_test',
        `language plpgsql as $$ begin insert into noted values ('${word}'); return null; end $$`,
        [{ name: 'posts_noted', event, table: 'posts', each: 'for each row' }],
      );
    const notes = async () => {
      await database.query('truncate noted');
      await database.query(
        `insert into posts (id, slug, title) select id, id::text, 'A post' from gen_random_uuid() id`,
      );
      return (await database.query<{ word: string }>('select word from noted')).map(
        ({ word }) => word,
      );
    };
    beforeEach(() => database.query('create table noted (word text)'));

    it('are run as the build that came last says, and by no trigger twice', async () => {
      await start(noting('one'));
      expect(await notes()).toEqual(['one']);
      await start(noting('two'));
      expect(await notes()).toEqual(['two']);
      await start(noting('two', 'before update'));
      expect(await notes()).toEqual([]);
    });

    it('stay those of the newer build when a node of the build before starts again', async () => {
      const [one, two] = [noting('one'), noting('two')];
      for (const build of [one, two, one]) await start(build);
      expect(await notes()).toEqual(['two']);
      expect(await standing('of_this_test')).toHaveLength(2);
    });

    it('are those of the older build again when it is forgotten as the docs say, and starts', async () => {
      const [, forget] = /\*\*Going back\*\*[\s\S]+?```sql\n([\s\S]+?)```/.exec(
        readFileSync('docs/operating.md', 'utf8'),
      )!;
      const [one, two] = [noting('one'), noting('two')];
      for (const build of [one, two]) await start(build);
      await database.query(forget);
      await start(one);
      expect(await notes()).toEqual(['one']);
    });

    it('go with their trigger when a build has it no more', async () => {
      await start(noting('one'));
      await start(answering(1));
      expect(await notes()).toEqual([]);
      expect(await standing('of_this_test')).toHaveLength(2);
      await start(answering(2));
      const names = await standing('of_this_test');
      expect(names.toSorted()).toEqual([answering(1).name, answering(2).name].toSorted());
    });

    it('leave triggers alone that no build has made', async () => {
      await database.query(
        `create function of_an_operator() returns trigger language plpgsql as
         $$ begin insert into noted values ('operator'); return null; end $$`,
      );
      await database.query(
        'create trigger of_an_operator after insert on posts for each row execute function of_an_operator()',
      );
      await start(noting('one'));
      await start(answering(1));
      expect(await notes()).toEqual(['operator']);
    });

    it('wait for a change of their table that is not committed, and then start', async () => {
      await database.query('begin');
      await database.query('update posts set title = title');
      const starting = start(noting('one'));
      await until('the lock', async () => {
        const [{ waits }] = await database.query<{ waits: boolean }>(
          `select exists (select 1 from pg_locks where not granted and relation = 'posts'::regclass) as waits`,
        );
        return waits;
      });
      await database.query('commit');
      await starting;
      expect(await notes()).toEqual(['one']);
    });
  });
});
