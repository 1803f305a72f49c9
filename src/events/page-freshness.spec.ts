import { EventEmitter } from 'node:events';
import type { Metrics } from '../metrics/metrics.js';
import type { Announcer } from '../nodes/announcer.js';
import type { Work } from '../nodes/background-round.js';
import type { Rounds } from '../nodes/background-rounds.js';
import type { EventLog } from './event-log.js';
import type { EventLogRepository, Head } from './event-log.repository.js';
import { PageFreshness } from './page-freshness.js';

const POST = 'a-post';

describe('the freshness of pages', () => {
  let freshness: PageFreshness;
  /** The seq of the post in the database. */
  let seq: number;
  let poll: () => Promise<unknown>;
  let hear: () => void;
  let onHeads: () => void;

  beforeEach(() => {
    const local = new EventEmitter();
    seq = 1;
    onHeads = () => undefined;
    hear = () => local.emit('posts', [POST]);
    const listHeads = async (): Promise<Head[]> => {
      const heads = [{ postId: POST, seq, pageVersion: 0 }];
      onHeads();
      return heads;
    };
    const begin = ({ run }: Work) => (poll = () => run(new AbortController().signal));
    freshness = new PageFreshness(
      { listHeads } as unknown as EventLogRepository,
      { local } as unknown as Announcer,
      { begin } as unknown as Rounds,
      { changes: new EventEmitter() } as unknown as EventLog,
      { gauge: () => undefined } as unknown as Metrics,
    );
    freshness.onApplicationBootstrap();
  });

  /** @returns a function that tells whether the page read now is still current */
  function read(): () => boolean {
    const generation = freshness.begin(POST);
    freshness.confirm(POST, generation, `${seq}-0`, performance.now());
    return () => freshness.stands(POST, generation);
  }

  it('ends once with a change that is heard of, and not once more with its head', async () => {
    const before = read();
    seq = 2;
    hear();
    expect(before()).toBe(false);
    const generation = freshness.begin(POST);
    await poll();
    expect(freshness.begin(POST)).toBe(generation);
    const after = read();
    await poll();
    expect(after()).toBe(true);
  });

  it('ends with the next heads after a change that nobody heard of', async () => {
    const before = read();
    await poll();
    seq = 2;
    expect(before()).toBe(true);
    await poll();
    expect(before()).toBe(false);
    const after = read();
    seq = 3;
    await poll();
    expect(after()).toBe(false);
  });

  it('ends so, too, after another change that was heard of', async () => {
    read();
    seq = 2;
    hear();
    const heard = read();
    seq = 3;
    await poll();
    expect(heard()).toBe(false);
  });

  it('ends with a page of another head', async () => {
    const before = read();
    seq = 2;
    read();
    await poll();
    expect(before()).toBe(false);
  });

  it('does not end with heads that were read before a change', async () => {
    read();
    let after: (() => boolean) | undefined;
    onHeads = () => {
      onHeads = () => undefined;
      seq = 2;
      hear();
      after = read();
    };
    await poll();
    expect(after!()).toBe(true);
    await poll();
    expect(after!()).toBe(true);
  });
});
