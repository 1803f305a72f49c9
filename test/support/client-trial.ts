import {
  type Colloquy,
  type ColloquyOptions,
  createColloquy,
  type Problem,
  type Watch,
  type WatchOptions,
} from '../../packages/client/src/index.js';
import { LiveSite } from './live-site.js';
import { ShakyFront } from './shaky-front.js';
import { until } from './until.js';

/** A watch, and everything that it reported. */
export interface Heard {
  seqs: number[];
  statuses: string[];
  problem: Problem | null;
  watch: Watch;
  until(what: string, holds: () => boolean): Promise<unknown>;
  untilSeq(seq: number): Promise<unknown>;
  untilStatus(status: string): Promise<unknown>;
  /** Waits for a status that may have passed already. */
  untilPassed(status: string, since: number): Promise<unknown>;
}

/** Two nodes, the first behind a front that can disturb connections; a new post per test. */
export class ClientTrial {
  site: LiveSite;
  front: ShakyFront;
  postId: string;
  private readonly clients: Colloquy[] = [];

  /** A client behind the shaky front. */
  make(options: Partial<ColloquyOptions> = {}): Colloquy {
    const client = createColloquy({ baseUrl: this.front.url, ...options });
    this.clients.push(client);
    return client;
  }

  /** Watches from the beginning of the post's log. */
  watch(client: Colloquy, options: WatchOptions = {}): Heard {
    const heard: Heard = {
      seqs: [],
      statuses: [],
      problem: null,
      watch: null as unknown as Watch,
      until: (what, holds) => until(what, async () => holds()),
      untilSeq: (seq) => until(`seq ${seq}`, async () => heard.seqs.at(-1) === seq),
      untilStatus: (status) => until(status, async () => heard.statuses.at(-1) === status),
      untilPassed: (status, since) =>
        until(`${status}, passed`, async () => heard.statuses.includes(status, since)),
    };
    heard.watch = client.watchThread(this.postId, {
      seq: 0,
      ...options,
      onEvents: (events) => heard.seqs.push(...events.map(({ seq }) => seq)),
      onStatus: (status, problem) => {
        heard.statuses.push(status);
        heard.problem = problem;
      },
    });
    return heard;
  }

  async open(): Promise<void> {
    this.front = await ShakyFront.before(this.site.nodes[0].url);
    this.postId = await this.site.post();
  }

  async close(): Promise<void> {
    for (const client of this.clients.splice(0)) client.close();
    await this.front.close();
  }
}

export function useClientTrial(): ClientTrial {
  const trial = new ClientTrial();
  beforeAll(async () => {
    trial.site = await LiveSite.start(2);
  });
  afterAll(() => trial.site.stop());
  beforeEach(() => trial.open());
  afterEach(() => trial.close());
  return trial;
}
