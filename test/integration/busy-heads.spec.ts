import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { startBulk } from '../support/bulk.js';
import { oneOf } from '../support/full-form.js';
import { ADMIN, admin, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

/** Holds the lock of a post's head until it is released. */
interface Holder {
  post: string;
  client: Client;
  pid: number;
}

interface Work {
  work: string;
  before?: () => Promise<void>;
  begin: () => Promise<unknown>;
  /** An SQL condition about the post `$1`. */
  done: string;
}

describe('background work on two posts of which one is busy', () => {
  let database: TestDatabase;
  let app: TestApp;
  let editor: Person;
  let crowd: Person[];
  let posts: string[];
  let roots: string[];
  let holders: Holder[];

  beforeAll(async () => {
    database = await createTestDatabase();
    const env = { ...ADMIN, RATE_LIMITS: 'off' };
    app = await createTestApp(database, env, (starting: NestFastifyApplication) => {
      const { periods } = starting.get(Rounds);
      for (const work of ['surges', 'branch-locks', 'anchors', 'bulk']) periods.set(work, 100);
    });
    editor = await admin(app);
    crowd = await Promise.all(Array.from({ length: 6 }, () => register(app)));
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  beforeEach(async () => {
    posts = [(await createPost(app, editor)).id, (await createPost(app, editor)).id];
    roots = [];
    for (const post of posts) roots.push((await say(app, crowd[0], post, 'A claim')).id);
  });
  afterEach(() => Promise.all(holders.map(({ client }) => client.end())));

  async function hold(post: string): Promise<Holder> {
    const client = new Client(database.connection);
    await client.connect();
    await client.query('begin');
    await client.query('select 1 from post_heads where post_id = $1 for no key update', [post]);
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return { post, client, pid: rows[0].pid };
  }

  /** The holder that the work waits for, and the other one. */
  async function findWaitedFor(): Promise<[waitedFor: Holder, other: Holder]> {
    const [one, two] = holders;
    let found: [Holder, Holder] | undefined;
    // The work waits for the lock for five seconds, and retries later.
    await until('the work to wait for one of them', async () => {
      const rows = await database.query<{ pids: number[] }>(
        `select pg_blocking_pids(pid) as pids from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      const pids = rows.flatMap((row) => row.pids);
      if (pids.includes(one.pid)) found = [one, two];
      else if (pids.includes(two.pid)) found = [two, one];
      return found !== undefined;
    });
    return found!;
  }

  /** The works of separate rounds. */
  const works: Work[] = [
    {
      work: 'branches are locked',
      begin: async () => {
        for (const [at, root] of roots.entries())
          await database.query('insert into branch_moves (comment_id, post_id) values ($1, $2)', [
            root,
            posts[at],
          ]);
      },
      done: 'not exists (select 1 from branch_moves where post_id = $1)',
    },
    {
      work: 'passages are found again',
      begin: async () => {
        for (const post of posts)
          await database.query('insert into stale_anchors (post_id) values ($1)', [post]);
      },
      done: 'not exists (select 1 from stale_anchors where post_id = $1)',
    },
    {
      work: 'surges are raised',
      before: async () => {
        for (const [at, root] of roots.entries())
          for (const person of [...crowd, ...crowd])
            await say(app, person, posts[at], 'Nonsense', root);
      },
      // In its first week a site has no surges.
      begin: () => database.query(`update site set created_at = now() - interval '1 year'`),
      done: 'exists (select 1 from queue_items where post_id = $1 and surge is not null)',
    },
    {
      work: 'comments are decided on in bulk',
      begin: async () => {
        for (const id of roots)
          await startBulk(app, editor, {
            action: 'remove',
            reason: 'spam',
            comments: [{ id, version: 1 }],
          });
      },
      done: `exists (select 1 from comments where post_id = $1 and status = 'removed')`,
    },
  ];

  it.each(oneOf(works))('goes on with the other: $work', async ({ before, begin, done }) => {
    await before?.();
    const isDone = async (post: string) =>
      (await database.query<{ done: boolean }>(`select ${done} as done`, [post]))[0].done;
    holders = await Promise.all(posts.map(hold));
    await begin();
    const [busy, free] = await findWaitedFor();
    await free.client.query('rollback');
    await until('the other post to be done', () => isDone(free.post));
    await busy.client.query('rollback');
    await until('the busy post to be done', () => isDone(busy.post));
  });
});
