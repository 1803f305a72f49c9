import type { Place, Problem, SentEvent, Slice, ThreadEvent } from './wire.js';

/**
 * The state of following one thread. It is plain data, and `step` is a pure function: inputs in any
 * order result in one stream of events in which each `seq` follows the last one, or in a `resync`.
 */
export interface WatchState {
  /** The last delivered event, or the start; null starts at the present. */
  readonly place: Place | null;
  /** The number of the open socket; null if there is none. */
  readonly link: number | null;
  /** Sockets do not connect: poll over HTTP. */
  readonly blocked: boolean;
  /** The socket has no room for this thread: the number of polls before it is tried again. */
  readonly turnedAway: number;
  /** The socket has confirmed the subscription. */
  readonly subscribed: boolean;
  /** The last HTTP request succeeded. */
  readonly polled: boolean;
  /** The pending request, and the number of the next one. */
  readonly asking: { readonly request: number; readonly via: 'socket' | 'http' } | null;
  readonly nextRequest: number;
  /** The consumer is loading the thread again, and will report its place. */
  readonly reload: Resync | null;
  /** The number of consecutive reloads without a fitting response. */
  readonly reloads: number;
  /** The number of consecutive failed requests. */
  readonly failures: number;
  /** The number of consecutive HTTP responses without events. */
  readonly quiet: number;
  readonly hidden: boolean;
  readonly offline: boolean;
  readonly ended: boolean;
  readonly problem: Problem | null;
  /** Whether it was live, or polling, before. */
  readonly known: boolean;
  readonly status: WatchStatus;
}

export type WatchStatus =
  | 'connecting'
  | 'live'
  | 'polling'
  | 'reconnecting'
  | 'paused'
  | 'offline'
  | 'ended';

/** The thread must be loaded again: `lost` is no longer in the log, `replaced` was rewritten. */
export interface Resync {
  readonly seq: number;
  readonly epoch: string;
  readonly reason: 'lost' | 'replaced';
}

export type WatchInput =
  | { readonly is: 'start' | 'timer' | 'visible' | 'hidden' | 'online' | 'offline' | 'close' }
  | { readonly is: 'down' | 'blocked' | 'reload failed' }
  | { readonly is: 'up'; readonly link: number }
  | { readonly is: 'refused'; readonly problem: Problem }
  | { readonly is: 'answer'; readonly request: number; readonly slice: Slice }
  | {
      readonly is: 'failed';
      readonly request: number;
      /** Null if there was no response. */
      readonly problem: Problem | null;
      readonly retryAfterMs?: number | null;
    }
  | { readonly is: 'events'; readonly epoch: string; readonly events: readonly SentEvent[] }
  | { readonly is: 'heartbeat'; readonly epoch: string; readonly seq: number }
  | { readonly is: 'place'; readonly place: Place };

export type Effect =
  /** Keep the socket open, or release it. */
  | { readonly do: 'connect' | 'leave' }
  /** The socket does not respond: open another one. */
  | { readonly do: 'reset'; readonly link: number }
  /** The service responds over HTTP again: try the socket now. */
  | { readonly do: 'nudge' }
  | { readonly do: 'subscribe' | 'poll'; readonly request: number; readonly place: Place | null }
  | { readonly do: 'deliver'; readonly events: readonly ThreadEvent[] }
  | { readonly do: 'resync'; readonly resync: Resync }
  | { readonly do: 'status'; readonly status: WatchStatus; readonly problem: Problem | null }
  /** Send `timer` after the wait; a new wait replaces the former one. */
  | { readonly do: 'wait'; readonly wait: Wait }
  | { readonly do: 'rest' };

export interface Wait {
  /** A failed request is retried, the next poll is due, or a silent socket is suspect. */
  readonly until: 'retry' | 'poll' | 'silence';
  /** The number of preceding requests that failed, or returned nothing. */
  readonly nth: number;
  readonly atLeastMs: number;
}

export function initialState(place: Place | null, hidden = false): WatchState {
  return {
    place,
    link: null,
    blocked: false,
    turnedAway: 0,
    subscribed: false,
    polled: false,
    asking: null,
    nextRequest: 1,
    reload: null,
    reloads: 0,
    failures: 0,
    quiet: 0,
    hidden,
    offline: false,
    ended: false,
    problem: null,
    known: false,
    status: 'connecting',
  };
}

export function statusOf(state: WatchState): WatchStatus {
  const { ended, hidden, subscribed, reload, polled, offline, known } = state;
  if (ended) return 'ended';
  if (hidden) return 'paused';
  if (subscribed && !reload) return 'live';
  if (offline) return 'offline';
  if (polled && !reload && isOverHttp(state)) return 'polling';
  return known ? 'reconnecting' : 'connecting';
}

/** Whether to poll over HTTP, because sockets do not connect or have no room. */
export function isOverHttp({ link, blocked, turnedAway }: WatchState): boolean {
  return link === null ? blocked : turnedAway > 0;
}
