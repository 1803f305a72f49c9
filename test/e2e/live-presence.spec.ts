import { type LiveClient } from '../support/live-client.js';
import { LiveSite } from '../support/live-site.js';

describe('presence', () => {
  let site: LiveSite;
  beforeAll(async () => {
    site = await LiveSite.start(2);
  });
  afterAll(() => site.stop());

  const untilTold = (client: LiveClient, postId: string, readers: number) =>
    client.until(`${readers} readers`, () => client.readers(postId).at(-1) === readers);

  it('is the number of those who read on all nodes, and nothing else', async () => {
    const postId = await site.post();
    const [here, there] = [await site.connect(), await site.connect({ node: 1 })];
    await here.subscribe(postId);
    await untilTold(here, postId, 1);
    await there.subscribe(postId);
    await Promise.all([untilTold(here, postId, 2), untilTold(there, postId, 2)]);
    there.close();
    await untilTold(here, postId, 1);
    const told = here.received.filter(({ kind }) => kind === 'presence');
    expect(Object.keys(told[0]).sort()).toEqual(['kind', 'postId', 'readers']);
  });

  it('forgets a node that is gone without a word', async () => {
    const postId = await site.post();
    const here = await site.connect();
    await site.database.query(
      `insert into post_readers (post_id, node_id, readers, seen_at)
       values ($1, gen_random_uuid(), 5, now() + interval '1 hour'),
         ($1, gen_random_uuid(), 7, now() - interval '1 minute')`,
      [postId],
    );
    await here.subscribe(postId);
    await untilTold(here, postId, 6);
    await site.database.query(
      `update post_readers set seen_at = now() - interval '1 minute' where readers = 5`,
    );
    await untilTold(here, postId, 1);
  });
});
