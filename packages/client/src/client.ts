import createClient, { type Client } from 'openapi-fetch';
import type { Random } from './backoff.js';
import { ChangeStream } from './change-stream.js';
import { LiveConnection, type LiveSettings } from './live-connection.js';
import { Nodes } from './nodes.js';
import { retryAfterOf, toProblem } from './problem.js';
import { type FetchSettings, resilientFetch } from './resilient-fetch.js';
import type { paths } from './schema.js';
import { pageSurroundings, type Surroundings } from './surroundings.js';
import type { TokenSource } from './token.js';
import {
  type Change,
  ThreadWatch,
  type Watched,
  type WatchOptions,
  type WatchPorts,
} from './watch.js';
import type { Place, Slice } from './wire.js';

export interface ColloquyOptions {
  /** Where the service is; of several nodes another one is taken when one fails. */
  baseUrl: string | readonly string[];
  /**
   * The access token, asked for whenever one is needed; null is a guest. `rejected` is a token that
   * the service has refused: give another one, or null.
   */
  token?: TokenSource;
  fetch?: FetchSettings['fetch'];
  /** Milliseconds that one attempt over HTTP may take (15 s). */
  attemptMs?: number;
  /** Milliseconds after which a request is not begun again (30 s). */
  retryForMs?: number;
  /** Milliseconds between questions over HTTP where sockets are blocked (5 s). */
  pollMs?: number;
  /** Milliseconds that a tab may be hidden before its watches pause (30 s). */
  hiddenGraceMs?: number;
  loadSocket?: LiveSettings['loadSocket'];
  surroundings?: Surroundings;
  random?: Random;
}

export interface Colloquy {
  /** The API by its routes, typed by its OpenAPI document. */
  readonly api: Client<paths>;
  /** Follows a thread. `for await` over it brings the same as `onEvents` and `onResync`. */
  watchThread(thread: Watched, options?: WatchOptions): Watch;
  /** Call it when the token has changed: open sockets take the new one. */
  tokenChanged(): Promise<void>;
  /** Ends all watches. */
  close(): void;
}

export type Watch = Pick<ThreadWatch, 'postId' | 'status' | 'place' | 'goOnFrom' | 'close'> &
  AsyncIterable<Change>;

const EVENTS_A_POLL = 200;

/** A client of one service: its API, and its threads as they change, over one shared socket. */
export function createColloquy(options: ColloquyOptions): Colloquy {
  const { token, random = Math.random } = options;
  const nodes = new Nodes(options.baseUrl);
  const settings: FetchSettings = {
    nodes,
    token,
    fetch: options.fetch,
    attemptMs: options.attemptMs ?? 15_000,
    retryForMs: options.retryForMs ?? 30_000,
    random,
  };
  const baseUrl = nodes.current;
  const api = createClient<paths>({ baseUrl, fetch: resilientFetch(settings) });
  // A watch has its own patience, and wants to know of every failure.
  const once = resilientFetch({ ...settings, retryForMs: 0 });
  const watching = createClient<paths>({ baseUrl, fetch: once });
  const connection = new LiveConnection({
    nodes: new Nodes(options.baseUrl),
    token,
    loadSocket: options.loadSocket ?? (() => import('socket.io-client')),
    random,
  });
  const ports: WatchPorts = {
    connection,
    readEvents: (post, place, signal) => readEvents(watching, post, place, signal),
    surroundings: options.surroundings ?? pageSurroundings(),
    random,
    pollMs: options.pollMs ?? 5_000,
    hiddenGraceMs: options.hiddenGraceMs ?? 30_000,
  };
  const watches = new Set<ThreadWatch>();

  return {
    api,
    watchThread(thread, own = {}) {
      const { postId, place } = read(thread);
      const stream = new ChangeStream();
      const watch: ThreadWatch = new ThreadWatch(
        postId,
        ports,
        stream.listenWith({ ...place, ...own }),
        () => {
          watches.delete(watch);
          stream.end();
        },
      );
      if (watch.status !== 'ended') watches.add(watch);
      return Object.assign(watch, { [Symbol.asyncIterator]: () => stream.read(watch) });
    },
    tokenChanged: () => connection.renew(),
    close() {
      for (const watch of watches) watch.close();
    },
  };
}

function read(thread: Watched): { postId: string; place: Partial<Place> } {
  if (typeof thread === 'string') return { postId: thread.toLowerCase(), place: {} };
  const { post, seq, epoch } = thread;
  const postId = (typeof post === 'string' ? post : post.id).toLowerCase();
  return { postId, place: seq === undefined ? {} : { seq, epoch } };
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
