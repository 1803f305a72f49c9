import { type Colloquy, createColloquy } from '../../packages/client/src/index.js';
import { range } from '../support/live-client.js';
import { LiveSite } from '../support/live-site.js';
import { readPage } from '../support/threads.js';
import { until } from '../support/until.js';

describe('the client', () => {
  let site: LiveSite;
  let postId: string;
  const clients: Colloquy[] = [];
  beforeAll(async () => {
    site = await LiveSite.start(2);
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    postId = await site.post();
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });

  const make = (options: Partial<Parameters<typeof createColloquy>[0]> = {}) => {
    const client = createColloquy({ baseUrl: site.nodes.map(({ url }) => url), ...options });
    clients.push(client);
    return client;
  };

  it('brings every event of a thread once and in order, from a page on', async () => {
    await site.sayMany(postId, 5);
    const page = await readPage(site.nodes[0], postId);
    const seqs: number[] = [];
    const statuses: string[] = [];
    const watch = make().watchThread(page, {
      onEvents: (events) => seqs.push(...events.map(({ seq }) => seq)),
      onStatus: (status) => statuses.push(status),
    });
    await site.sayMany(postId, 40);
    await until('all events', async () => watch.place?.seq === 45);
    expect(seqs).toEqual(range(6, 45));
    expect(statuses).toEqual(['live']);
    watch.close();
    expect(statuses).toEqual(['live', 'ended']);
  });
});
