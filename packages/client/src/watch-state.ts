import type { Place, Problem, SentEvent, Slice, ThreadEvent } from './wire.js';

/**
 * The state of following one thread. It is plain data, and `step` is a pure function: whatever comes
 * in, and in whichever order, goes out as one stream of events in which each `seq` follows on the
 * last, or as a `resync`.
 */
export interface WatchState {
  /** The last event that was delivered, or where to begin; null begins at the present. */
  readonly place: Place | null;
  /** The number of the open socket; null while there is none. */
  readonly link: number | null;
  /** Sockets do not get through: ask over HTTP. */
  readonly blocked: boolean;
  /** This thread has no room on the socket: how often to ask over HTTP before trying it again. */
  readonly turnedAway: number;
  /** The socket has answered the subscription. */
  readonly subscribed: boolean;
  /** Over HTTP the last question was answered. */
  readonly polled: boolean;
  /** The question that waits for its answer, and the number of the next one. */
  readonly asking: { readonly request: number; readonly via: 'socket' | 'http' } | null;
  readonly nextRequest: number;
  /** The consumer loads the thread again, and will say from where to go on. */
  readonly reload: Resync | null;
  /** Reloads without an answer that fits in between. */
  readonly reloads: number;
  /** Questions that failed one after the other. */
  readonly failures: number;
  /** Answers over HTTP, one after the other, that brought nothing. */
  readonly quiet: number;
  readonly hidden: boolean;
  readonly offline: boolean;
  readonly ended: boolean;
  readonly problem: Problem | null;
  /** It was live, or asked over HTTP, before. */
  readonly known: boolean;
  readonly status: WatchStatus;
}

export type WatchStatus =
  'connecting' | 'live' | 'polling' | 'reconnecting' | 'paused' | 'offline' | 'ended';

/** The thread must be loaded again: `lost` is not in the log any more, `replaced` was rewritten. */
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
      /** Null when no answer came at all. */
      readonly problem: Problem | null;
      readonly retryAfterMs?: number | null;
    }
  | { readonly is: 'events'; readonly epoch: string; readonly events: readonly SentEvent[] }
  | { readonly is: 'heartbeat'; readonly epoch: string; readonly seq: number }
  | { readonly is: 'place'; readonly place: Place };

export type Effect =
  /** Keep the socket open, or release it. */
  | { readonly do: 'connect' | 'leave' }
  /** The socket does not answer: open another. */
  | { readonly do: 'reset'; readonly link: number }
  /** The service answers over HTTP again: try the socket now. */
  | { readonly do: 'nudge' }
  | { readonly do: 'subscribe' | 'poll'; readonly request: number; readonly place: Place | null }
  | { readonly do: 'deliver'; readonly events: readonly ThreadEvent[] }
  | { readonly do: 'resync'; readonly resync: Resync }
  | { readonly do: 'status'; readonly status: WatchStatus; readonly problem: Problem | null }
  /** Come back with `timer`; a new wait replaces the former. */
  | { readonly do: 'wait'; readonly wait: Wait }
  | { readonly do: 'rest' };

export interface Wait {
  /** A failed question is asked again, the next one goes over HTTP, or a silent socket is suspect. */
  readonly until: 'retry' | 'poll' | 'silence';
  /** The number of questions before it that failed, or brought nothing. */
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

/** Whether questions go over HTTP, because sockets do not get through or have no room. */
export function isOverHttp({ link, blocked, turnedAway }: WatchState): boolean {
  return link === null ? blocked : turnedAway > 0;
}
