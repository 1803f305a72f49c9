import { connectLive } from '../support/live-client.js';
import { admin, type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { whileClockStands } from '../support/standing-clock.js';
import { createPost, readPage, say } from '../support/threads.js';

describe('the metrics', () => {
  const site = useSite();
  let reader: Person;
  let post: string;

  beforeAll(async () => {
    const editor = await admin(site.app);
    reader = await register(site.app, 'reader');
    post = (await createPost(site.app, editor)).id;
  });

  /** Every sample by its name, including labels. */
  async function read(): Promise<Map<string, number>> {
    const { text, headers } = await site.app.request.get('/metrics').expect(200);
    expect(headers['content-type']).toContain('text/plain');
    const samples = text
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map(
        (line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))] as const,
      );
    return new Map(samples);
  }
  const requests = (method: string, route: string, status: number) =>
    `colloquy_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`;

  it('count requests by route, in the framework and before it', async () => {
    await say(site.app, reader, post, 'One');
    // A cached page is read again if it was not confirmed for half a second.
    await whileClockStands(async () => {
      for (let count = 0; count < 3; count++) await readPage(site.app, post);
    });
    await site.app.request.get('/api/v1/posts/nothing-here').expect(404);
    await site.app.request.get('/nowhere').expect(404);
    const samples = await read();
    expect(samples.get(requests('POST', '/api/v1/posts/:post/comments', 201))).toBe(1);
    expect(samples.get(requests('GET', '/api/v1/posts/:post/comments', 200))).toBe(1);
    expect(samples.get('colloquy_cached_page_answers_total{status="200"}')).toBe(2);
    expect(samples.get('colloquy_cached_page_answers_total{status="304"}')).toBe(0);
    expect(samples.get(requests('GET', '/api/v1/posts/:post', 404))).toBe(1);
    expect(samples.get(requests('GET', 'unmatched', 404))).toBe(1);
    expect(samples.get('colloquy_page_cache_total{from="database"}')).toBe(1);
    expect(samples.get('colloquy_page_cache_total{from="cache"}')).toBe(2);
    expect(samples.get('colloquy_batch_size_sum{of="comments"}')).toBe(1);
  });

  it('show the pool, the loop, the sockets and what is sent to them', async () => {
    const live = await connectLive(site.app.url);
    try {
      const { seq } = await live.subscribe(post, { after: 0 });
      expect((await live.subscribe(post, { after: 99 })).resync).toBe(true);
      await live.subscribe(post, { after: seq });
      await say(site.app, reader, post, 'Two');
      await live.untilSeq(post, seq! + 1);
      const samples = await read();
      expect(samples.get('colloquy_live_sockets')).toBe(1);
      expect(samples.get('colloquy_live_rooms')).toBe(1);
      expect(samples.get('colloquy_log_followed_posts')).toBe(1);
      expect(samples.get('colloquy_resyncs_total')).toBe(1);
      expect(samples.get('colloquy_live_frames_total{message="events"}')).toBe(1);
      expect(samples.get('colloquy_pool_connections')).toBeGreaterThan(0);
      expect(samples.has('colloquy_pool_waiting')).toBe(true);
      expect(samples.has('colloquy_log_lag_events')).toBe(true);
      expect(samples.has('colloquy_nodejs_eventloop_lag_seconds')).toBe(true);
    } finally {
      live.close();
    }
  });

  it('name nobody', async () => {
    const { text } = await site.app.request.get('/metrics').expect(200);
    for (const secret of [reader.username, reader.id, post, '127.0.0.1']) {
      expect(text).not.toContain(secret);
    }
  });

  it('are not there for who comes through a proxy', async () => {
    for (const header of ['x-forwarded-for', 'forwarded']) {
      await site.app.request.get('/metrics').set(header, '203.0.113.7').expect(404);
    }
  });
});
