import { LiveSite } from '../support/live-site.js';

describe('events that are dropped before a node has read them', () => {
  let site: LiveSite;
  beforeAll(async () => {
    site = await LiveSite.start(1, { PAGE_CACHE: 'on' });
  });
  afterAll(() => site.stop());

  it.each([
    ['all of them', 3],
    ['the first of them', 2],
  ])('bring the open sockets back, to load the thread: %s', async (_, dropped) => {
    const postId = await site.post();
    await site.say(postId, 'One');
    const client = await site.connect({ reconnects: true });
    await client.subscribe(postId, { after: 1 });
    client.socket.on('connect', () => void client.subscribe(postId, { after: 1 }));
    // One statement, so that the node sees all of it or nothing.
    await site.database.query(
      `with moved as (
         update post_heads set seq = 3, kept_seq = $2 where post_id = $1 returning post_id)
       insert into post_events (post_id, seq, type)
       select post_id, seq, 'post.edited' from moved, generate_series($2::integer + 1, 3) as seq`,
      [postId, dropped],
    );
    const acks = () => client.received.flatMap((one) => (one.kind === 'ack' ? [one.answer] : []));
    await client.until('the word to load the thread', () => acks().at(-1)?.resync === true);
    expect(acks().at(-1)).toMatchObject({ seq: 3, events: [] });
    await site.say(postId, 'Said later');
    await client.until('what is written now', () => client.events(postId).at(-1)?.seq === 4);
    expect(client.events(postId)).toHaveLength(1);
  });
});
