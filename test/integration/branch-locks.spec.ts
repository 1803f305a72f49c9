import { FULL } from '../support/full-form.js';
import { decide, outcomeOf } from '../support/moderation.js';
import { type LongBranch, writeLongBranch } from '../support/long-branch.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';
import { until } from '../support/until.js';

/** Enough for many pieces. */
const [LENGTH, ANSWERS] = FULL ? [1_000, 2_500] : [200, 500];

describe('the lock of a large branch', () => {
  const site = useSite({
    people: { editor: 'admin', author: 'member' },
    env: { RATE_LIMITS: 'off' },
    forEach: true,
  });
  let post: string;
  let branch: LongBranch;
  beforeEach(async () => {
    post = (await createPost(site.app, site.editor)).id;
    branch = await writeLongBranch(site.database, post, site.author.id, LENGTH, ANSWERS);
  });

  const decided = async (id: string, action: 'lock' | 'unlock') => {
    const [{ version }] = await site.database.query<{ version: number }>(
      'select version from comments where id = $1',
      [id],
    );
    return outcomeOf(await decide(site.app, site.editor, `comments/${id}`, { action, version }));
  };
  const reply = async (parentId: string) =>
    outcomeOf(
      await site.app.request
        .post(`/api/v1/posts/${post}/comments`)
        .set(site.author.auth)
        .send({ body: 'A reply', parentId }),
    );
  const counts = () =>
    site.database.query(
      'select lock_count, count(*)::integer as comments from comments group by 1',
    );
  const settled = () =>
    until('the lock to reach every reply', async () => {
      return (await site.database.query('select 1 from branch_moves')).length === 0;
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
    await site.app.close();
    const [root] = branch.chain;
    await site.database.query('update comments set locked = true, lock_count = 1 where id = $1', [
      root,
    ]);
    await site.database.query('insert into branch_moves (comment_id, post_id) values ($1, $2)', [
      root,
      post,
    ]);
    site.app = await site.start();
    await settled();
    expect(await counts()).toEqual([{ lock_count: 1, comments: LENGTH + ANSWERS }]);
  });
});
