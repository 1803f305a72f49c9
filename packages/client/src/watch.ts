import type { Client } from 'openapi-fetch';
import { backoff, type Pace } from './backoff.js';
import type { LiveConnection, LiveMessage } from './live-connection.js';
import { retryAfterOf, toProblem } from './problem.js';
import type { paths } from './schema.js';
import type { Surroundings } from './page-visibility.js';
import { step } from './watch-machine.js';
import {
  initialState,
  type Effect,
  type Resync,
  type Wait,
  type WatchInput,
  type WatchState,
  type WatchStatus,
} from './watch-state.js';
import type { Note, Place, Problem, Score, ThreadEvent } from './wire.js';

/** A thread: the id of its post, or a page of it, whose `seq` and `epoch` are the start. */
export type Watched = string | ({ post: string | { id: string } } & Partial<Place>);

export interface WatchOptions {
  /** The last event that the consumer has: a page's `seq`. Without it, events start now. */
  seq?: number;
  /** The history that `seq` belongs to: the page's `epoch`. */
  epoch?: string;
  /** Events in order, each once; a batch is never empty. */
  onEvents?: (events: readonly ThreadEvent[]) => void;
  /**
   * The thread must be loaded again. Return the `seq` and `epoch` of the page that was loaded:
   * events continue from there. Otherwise they continue from the `seq` of the resync.
   */
  onResync?: (resync: Resync) => Place | void | Promise<Place | void>;
  /** `problem` is the reason why a watch has ended, unless it was closed. */
  onStatus?: (status: WatchStatus, problem: Problem | null) => void;
  onScores?: (scores: readonly Score[]) => void;
  onPresence?: (readers: number) => void;
  /** Notifications of the signed-in account, about any thread. */
  onNotification?: (note: Note) => void;
}

/** An entry of the stream: events, or a request to load the thread again. */
export type Change =
  | { readonly kind: 'events'; readonly events: readonly ThreadEvent[] }
  | { readonly kind: 'resync'; readonly resync: Resync };

/** What a watch requires of its client. */
export interface WatchPorts {
  connection: LiveConnection;
  /** The API without retries, because a watch retries by itself. */
  api: Client<paths>;
  surroundings: Surroundings;
  pollMs: number;
  /** How long a page may be hidden before the watch pauses. */
  hiddenGraceMs: number;
}

const RETRY: Pace = { firstMs: 250, mostMs: 3_000 };
/** Longer than two heartbeats of the service. */
const SILENCE_MS = 60_000;
/** The largest factor by which a quiet thread is polled less often. */
const SLOWEST_POLL = 4;
const EVENTS_A_POLL = 200;
/** The response 308, which browsers follow by themselves. */
const MOVED: Problem = {
  type: '/problems/post-moved',
  title: 'The discussion has moved',
  status: 308,
};

/** Follows one thread: runs the effects of the state machine, and feeds back their outcomes. */
export class ThreadWatch {
  private state: WatchState;
  private readonly inputs: WatchInput[] = [];
  private working = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private grace: ReturnType<typeof setTimeout> | null = null;
  private polling: AbortController | null = null;
  private joined = false;
  private readonly stopListening: () => void;

  constructor(
    readonly postId: string,
    private readonly ports: WatchPorts,
    private readonly options: WatchOptions,
    private readonly ended: () => void,
  ) {
    const { seq, epoch } = options;
    const place = seq === undefined ? null : { seq, epoch };
    this.state = initialState(place, ports.surroundings.hidden());
    this.stopListening = ports.surroundings.onChange(() => this.lookAround());
    this.take({ is: 'start' });
  }

  get status(): WatchStatus {
    return this.state.status;
  }

  /** The last delivered event; null until the watch knows its start. */
  get place(): Place | null {
    return this.state.place;
  }

  /** Continues from the place of a page that was loaded meanwhile. */
  goOnFrom({ seq, epoch }: Place): void {
    this.take({ is: 'place', place: { seq, epoch } });
  }

  /** Closes it. Afterwards nothing is called, and all resources are released. */
  close(): void {
    this.take({ is: 'close' });
  }

  private readonly hear = (message: LiveMessage): void => {
    if ('postId' in message && message.postId !== this.postId) return;
    if (message.is === 'scores') this.tell(() => this.options.onScores?.(message.items));
    else if (message.is === 'presence') this.tell(() => this.options.onPresence?.(message.readers));
    else if (message.is === 'notification') {
      const { type, id, state } = message;
      this.tell(() => this.options.onNotification?.({ type, id, state }));
    } else this.take(message);
  };

  /** Processes one input at a time, even if a handler causes the next one. */
  private take(input: WatchInput): void {
    this.inputs.push(input);
    if (this.working) return;
    this.working = true;
    try {
      for (let next = this.inputs.shift(); next; next = this.inputs.shift()) {
        const [state, effects] = step(this.state, next);
        this.state = state;
        for (const effect of effects) this.carryOut(effect);
        if (state.ended) this.clean();
      }
    } finally {
      this.working = false;
    }
  }

  private carryOut(effect: Effect): void {
    const { connection } = this.ports;
    switch (effect.do) {
      case 'connect':
        if (this.joined) break;
        this.joined = true;
        connection.follow(this.postId);
        connection.join(this.hear);
        break;
      case 'leave':
        this.polling?.abort();
        if (!this.joined) break;
        this.joined = false;
        connection.unfollow(this.postId);
        connection.leave(this.hear);
        break;
      case 'reset':
        connection.reset(effect.link);
        break;
      case 'nudge':
        connection.nudge();
        break;
      case 'subscribe':
        void this.subscribe(effect.request, effect.place);
        break;
      case 'poll':
        void this.poll(effect.request, effect.place);
        break;
      case 'deliver':
        this.tell(() => this.options.onEvents?.(effect.events));
        break;
      case 'resync':
        void this.reload(effect.resync);
        break;
      case 'status':
        this.tell(() => this.options.onStatus?.(effect.status, effect.problem));
        break;
      case 'wait':
        this.wait(effect.wait);
        break;
      case 'rest':
        this.rest();
    }
  }

  private async subscribe(request: number, place: Place | null): Promise<void> {
    const asked = { postId: this.postId, after: place?.seq, epoch: place?.epoch };
    const answer = await this.ports.connection.subscribe(this.state.link!, asked);
    if (answer?.ok) this.take({ is: 'answer', request, slice: answer });
    else this.take({ is: 'failed', request, problem: answer?.problem ?? null });
  }

  private async poll(request: number, place: Place | null): Promise<void> {
    this.polling?.abort();
    const polling = new AbortController();
    this.polling = polling;
    // Without a place the watch starts now: it requests only the current place.
    const query = { after: place?.seq ?? 0, limit: place ? EVENTS_A_POLL : 1, epoch: place?.epoch };
    const answer = await this.ports.api
      .GET('/api/v1/posts/{post}/events', {
        params: { path: { post: this.postId }, query },
        signal: polling.signal,
      })
      .catch(() => null);
    // A merged post's target has another log.
    const url = answer?.response.url;
    const moved = url && !url.includes(this.postId);
    if (answer?.data && !moved) return this.take({ is: 'answer', request, slice: answer.data });
    const problem = moved ? MOVED : answer && toProblem(answer.error, answer.response.status);
    const retryAfterMs = answer && retryAfterOf(answer.response);
    this.take({ is: 'failed', request, problem, retryAfterMs });
  }

  private async reload(resync: Resync): Promise<void> {
    try {
      const place = await this.options.onResync?.(resync);
      // Another reload may have started, or the consumer may have set its place by itself.
      if (this.state.reload === resync) this.goOnFrom(place ?? resync);
    } catch {
      if (this.state.reload === resync) this.take({ is: 'reload failed' });
    }
  }

  private wait(wait: Wait): void {
    this.rest();
    this.timer = setTimeout(() => {
      this.timer = null;
      this.take({ is: 'timer' });
    }, this.durationOf(wait));
  }

  private durationOf(wait: Wait): number {
    const { until, nth, atLeastMs } = wait;
    if (until === 'silence') return SILENCE_MS * (1 + Math.random() / 4);
    if (until === 'retry') return Math.max(atLeastMs, backoff(nth, RETRY));
    return this.ports.pollMs * Math.min(SLOWEST_POLL, 1 + nth / 4) * (0.75 + Math.random() / 2);
  }

  private rest(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Readers often leave a tab for a moment; only a longer absence pauses the watch. */
  private lookAround(): void {
    const { surroundings, hiddenGraceMs } = this.ports;
    if (this.grace) clearTimeout(this.grace);
    this.grace = null;
    if (!surroundings.hidden()) this.take({ is: 'visible' });
    else if (!this.state.hidden)
      this.grace = setTimeout(() => this.take({ is: 'hidden' }), hiddenGraceMs);
    if (surroundings.offline() !== this.state.offline)
      this.take({ is: surroundings.offline() ? 'offline' : 'online' });
  }

  private clean(): void {
    this.rest();
    if (this.grace) clearTimeout(this.grace);
    this.polling?.abort();
    this.stopListening();
    this.ended();
  }

  /** An error of a consumer is reported as uncaught and does not stop the stream. */
  private tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
