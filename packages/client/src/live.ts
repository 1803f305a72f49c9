import type { Client } from 'openapi-fetch';
import { LiveConnection, type LiveSettings } from './live-connection.js';
import { retryAfterOf, toProblem } from './problem.js';
import type { paths } from './schema.js';
import { ThreadWatch, type WatchOptions, type WatchPorts } from './watch.js';
import type { Place, Slice } from './wire.js';

export interface LiveOptions
  extends LiveSettings, Omit<WatchPorts, 'connection' | 'readEvents' | 'random'> {
  /** The API, asked once a time: a watch has its own patience. */
  api: Client<paths>;
}

const EVENTS_A_POLL = 200;

/** The half of a client that follows threads; a page loads it when it follows one. */
export class Live {
  private readonly connection: LiveConnection;
  private readonly ports: WatchPorts;

  constructor({ api, ...options }: LiveOptions) {
    this.connection = new LiveConnection(options);
    this.ports = {
      ...options,
      connection: this.connection,
      readEvents: (post, place, signal) => readEvents(api, post, place, signal),
    };
  }

  watch(postId: string, options: WatchOptions, ended: () => void): ThreadWatch {
    return new ThreadWatch(postId, this.ports, options, ended);
  }

  renew(): Promise<void> {
    return this.connection.renew();
  }
}

async function readEvents(
  api: Client<paths>,
  post: string,
  place: Place | null,
  signal: AbortSignal,
): ReturnType<WatchPorts['readEvents']> {
  const { data, error, response } = await api.GET('/api/v1/posts/{post}/events', {
    params: {
      path: { post },
      query: {
        after: place?.seq ?? 0,
        // Who begins now wants to know where that is, and nothing else.
        limit: place ? EVENTS_A_POLL : 1,
        ...(place?.epoch === undefined ? {} : { epoch: place.epoch }),
      },
    },
    signal,
  });
  if (data) return { slice: data as Slice };
  return { problem: toProblem(error, response.status), retryAfterMs: retryAfterOf(response) };
}
