import createClient, { type Client } from 'openapi-fetch';
import { DeferredWatch } from './deferred-watch.js';
import type { Live } from './live.js';
import type { LiveSettings } from './live-connection.js';
import { loadModule } from './load-module.js';
import { Nodes } from './nodes.js';
import { type FetchSettings, resilientFetch } from './resilient-fetch.js';
import type { paths } from './schema.js';
import { pageSurroundings, type Surroundings } from './page-visibility.js';
import type { TokenSource } from './token.js';
import type { Change, Watched, WatchOptions } from './watch.js';
import type { Place } from './wire.js';

export interface ColloquyOptions {
  /** The URL of the service. With several, the client uses the next one when one fails. */
  baseUrl: string | readonly string[];
  /**
   * The access token, requested whenever one is needed; null for a guest. `rejected` is a token
   * that the service has refused: return another one, or null.
   */
  token?: TokenSource;
  fetch?: FetchSettings['fetch'];
  /** The timeout of one HTTP attempt, in milliseconds (15 s). */
  attemptMs?: number;
  /** The time after which a request is not retried, in milliseconds (30 s). */
  retryForMs?: number;
  /** The polling interval if sockets are blocked, in milliseconds (5 s). */
  pollMs?: number;
  /** How long a tab may be hidden before its watches pause, in milliseconds (30 s). */
  hiddenGraceMs?: number;
  loadSocket?: LiveSettings['loadSocket'];
  surroundings?: Surroundings;
}

export interface Colloquy {
  /** The API by its routes, typed by its OpenAPI document. */
  readonly api: Client<paths>;
  /** Follows a thread. `for await` over it yields the same as `onEvents` and `onResync`. */
  watchThread(thread: Watched, options?: WatchOptions): Watch;
  /** To be called when the token has changed: open sockets then use the new one. */
  tokenChanged(): Promise<void>;
  /** Ends all watches. */
  close(): void;
}

export type Watch = Pick<DeferredWatch, 'postId' | 'status' | 'place' | 'goOnFrom' | 'close'> &
  AsyncIterable<Change>;

/** A client of one service: its API, and changes of its threads over one shared socket. */
export function createColloquy(options: ColloquyOptions): Colloquy {
  const { token } = options;
  const nodes = new Nodes(options.baseUrl);
  const settings: FetchSettings = {
    nodes,
    token,
    fetch: options.fetch,
    attemptMs: options.attemptMs ?? 15_000,
    retryForMs: options.retryForMs ?? 30_000,
  };
  const baseUrl = nodes.current;
  const api = createClient<paths>({ baseUrl, querySerializer, fetch: resilientFetch(settings) });
  // A watch retries by itself, and must see every failure.
  const once = resilientFetch({ ...settings, retryForMs: 0 });
  const watching = createClient<paths>({ baseUrl, querySerializer, fetch: once });
  let live: Promise<Live> | null = null;
  const loadLive = (): Promise<Live> => {
    const loadSocket = options.loadSocket ?? (() => loadModule(() => import('socket.io-client')));
    // Both modules load in parallel; the connection handles a failure of the socket's module.
    loadSocket().catch(() => undefined);
    live ??= loadModule(() => import('./live.js')).then(
      ({ Live }) =>
        new Live({
          api: watching,
          nodes: new Nodes(options.baseUrl),
          token,
          loadSocket,
          surroundings: options.surroundings ?? pageSurroundings(),
          pollMs: options.pollMs ?? 5_000,
          hiddenGraceMs: options.hiddenGraceMs ?? 30_000,
        }),
      (error: unknown) => {
        live = null;
        throw error;
      },
    );
    return live;
  };
  const watches = new Set<DeferredWatch>();

  return {
    api,
    watchThread(thread, own = {}) {
      const { postId, place } = read(thread);
      const settled = { ...place, ...own };
      const watch: DeferredWatch = new DeferredWatch(postId, settled, loadLive, () =>
        watches.delete(watch),
      );
      watches.add(watch);
      return watch;
    },
    // If the code failed to load, no socket is open.
    tokenChanged: async () => (await live?.catch(() => null))?.renew(),
    close() {
      for (const watch of watches) watch.close();
    },
  };
}

/** Only own fields: some pages extend the prototype of all objects. */
function querySerializer(query: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of [value ?? []].flat()) parameters.append(name, String(one));
  return parameters.toString();
}

function read(thread: Watched): { postId: string; place: Partial<Place> } {
  if (typeof thread === 'string') return { postId: thread.toLowerCase(), place: {} };
  const { post, seq, epoch } = thread;
  const postId = (typeof post === 'string' ? post : post.id).toLowerCase();
  return { postId, place: seq === undefined ? {} : { seq, epoch } };
}
