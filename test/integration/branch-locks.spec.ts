import { decide, outcomeOf } from '../support/moderation.js';
import { type LongBranch, writeLongBranch } from '../support/long-branch.js';
import { ADMIN, admin, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost } from '../support/threads.js';
import { until } from '../support/until.js';

/** Many pieces. */
const [LENGTH, ANSWERS] = [1_000, 2_500];

describe('the lock of a large branch', () => {
  let database: TestDatabase;
  let app: TestApp;
  let editor: Person;
  let author: Person;
  let post: string;
  let branch: LongBranch;
  beforeEach(async () => {
    database = await createTestDatabase();
    app = await createTestApp(database, { ...ADMIN, RATE_LIMITS: 'off' });
    [editor, author] = [await admin(app), await register(app)];
    post = (await createPost(app, editor)).id;
    branch = await writeLongBranch(database, post, author.id, LENGTH, ANSWERS);
  });
  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  const decided = async (id: string, action: 'lock' | 'unlock') => {
    const [{ version }] = await database.query<{ version: number }>(
      'select version from comments where id = $1',
      [id],
    );
    return outcomeOf(await decide(app, editor, `comments/${id}`, { action, version }));
  };
  const reply = async (parentId: string) =>
    outcomeOf(
      await app.request
        .post(`/api/v1/posts/${post}/comments`)
        .set(author.auth)
        .send({ body: 'A reply', parentId }),
    );
  const counts = () =>
    database.query('select lock_count, count(*)::integer as comments from comments group by 1');
  const settled = () =>
    until('the lock to reach every reply', async () => {
      return (await database.query('select 1 from branch_moves')).length === 0;
    });
  const ends = () => [branch.chain.at(-1)!, branch.answers.at(-1)!];

  it('holds everywhere from its answer on, and reaches every reply', async () => {
    expect(await decided(branch.chain[0], 'lock')).toBe('201');
    for (const end of ends()) expect(await reply(end)).toBe('409 branch-locked');
    await settled();
    expect(await counts()).toEqual([{ lock_count: 1, comments: LENGTH + ANSWERS }]);
  });

  it('ends everywhere with its answer, while it is still being carried down', async () => {
    const middle = branch.chain[LENGTH / 2];
    expect(await decided(branch.chain[0], 'lock')).toBe('201');
    expect(await decided(middle, 'lock')).toBe('201');
    expect(await decided(branch.chain[0], 'unlock')).toBe('201');
    for (const end of ends()) expect(await reply(end)).toBe('409 branch-locked');
    expect(await decided(middle, 'unlock')).toBe('201');
    for (const end of ends()) expect(await reply(end)).toBe('201');
    await settled();
    expect(await counts()).toEqual([{ lock_count: 0, comments: LENGTH + ANSWERS + 2 }]);
  });

  it('is carried on where a node has left it', async () => {
    await app.close();
    const [root] = branch.chain;
    await database.query('update comments set locked = true, lock_count = 1 where id = $1', [root]);
    await database.query('insert into branch_moves (comment_id, post_id) values ($1, $2)', [
      root,
      post,
    ]);
    app = await createTestApp(database, ADMIN);
    await settled();
    expect(await counts()).toEqual([{ lock_count: 1, comments: LENGTH + ANSWERS }]);
  });
});
