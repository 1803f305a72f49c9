import {
  type Effect,
  isOverHttp,
  type Resync,
  statusOf,
  type Wait,
  type WatchInput,
  type WatchState,
} from './watch-state.js';
import { wholeEvents } from './whole-events.js';
import type { Place, Problem, SentEvent, Slice, ThreadEvent } from './wire.js';

export function step(state: WatchState, input: WatchInput): [WatchState, Effect[]] {
  if (state.ended) return [state, []];
  const next = new Step(state);
  next.take(input);
  return next.finish();
}

type Draft = { -readonly [Key in keyof WatchState]: WatchState[Key] };

/** One step: a copy of the state that is changed, and the effects of the step. */
class Step {
  private readonly state: Draft;
  private readonly effects: Effect[] = [];

  constructor(private readonly before: WatchState) {
    this.state = { ...before };
  }

  take(input: WatchInput): void {
    const { state } = this;
    switch (input.is) {
      case 'start':
        if (!state.hidden) this.do({ do: 'connect' });
        break;
      case 'up':
        Object.assign(state, { link: input.link, blocked: false, turnedAway: 0 });
        this.lose();
        this.ask();
        break;
      case 'down':
        state.link = null;
        this.lose();
        if (state.blocked) this.ask();
        break;
      case 'blocked':
        this.block();
        break;
      case 'refused':
        this.end(input.problem);
        break;
      case 'answer':
        this.answered(input.request, input.slice);
        break;
      case 'failed':
        this.failed(input.request, input.problem, input.retryAfterMs ?? 0);
        break;
      case 'events':
        this.hear(input.epoch, input.events);
        break;
      case 'heartbeat':
        this.compare(input.epoch, input.seq);
        break;
      case 'place':
        this.goOnFrom(input.place);
        break;
      case 'reload failed':
        if (state.reload) this.wait('retry', state.reloads);
        break;
      case 'timer':
        this.timer();
        break;
      case 'hidden':
        this.pause();
        break;
      case 'visible':
        this.resume();
        break;
      case 'offline':
        state.offline = true;
        break;
      case 'online':
        state.offline = false;
        if (!state.subscribed && !state.hidden) this.do({ do: 'nudge' });
        if (!state.asking && !state.subscribed) this.ask();
        break;
      case 'close':
        this.end(null);
    }
  }

  finish(): [WatchState, Effect[]] {
    const { state } = this;
    state.status = statusOf(state);
    if (state.status === 'live' || state.status === 'polling') state.known = true;
    if (state.status !== this.before.status)
      this.do({ do: 'status', status: state.status, problem: state.problem });
    return [state, this.effects];
  }

  /** Requests the events after our place over the available transport; an older request is void. */
  private ask(): void {
    const { state } = this;
    if (state.hidden || state.reload) return;
    const way = isOverHttp(this.state) ? 'http' : state.link === null ? null : 'socket';
    if (way === null) return this.do({ do: 'rest' });
    const request = state.nextRequest++;
    state.asking = { request, via: way };
    this.do({ do: 'rest' });
    this.do({ do: way === 'http' ? 'poll' : 'subscribe', request, place: state.place });
  }

  private answered(request: number, slice: Slice): void {
    const { state } = this;
    if (state.asking?.request !== request || state.reload) return;
    const { via } = state.asking;
    const cameBack = state.failures > 0;
    Object.assign(state, { asking: null, failures: 0 });
    if (slice.resync && state.place !== null) return this.lost(slice, 'lost');
    // A watch without a place starts at the present; earlier events are not for it.
    const begins = state.place === null;
    if (begins) state.place = { seq: slice.seq, epoch: slice.epoch };
    else if (!this.sameEpoch(slice.epoch)) return this.lost(slice, 'lost');
    else state.place = { seq: state.place!.seq, epoch: slice.epoch };
    const from = state.place!.seq;
    const whole = begins || this.deliver(slice.epoch, slice.events);
    if (state.reload) return;
    if (!whole) return this.failed(this.refute(), null, 0);
    state.reloads = 0;
    if (via === 'socket') {
      state.subscribed = true;
      return this.wait('silence');
    }
    Object.assign(state, { polled: true, quiet: state.place!.seq > from ? 0 : state.quiet + 1 });
    state.turnedAway = Math.max(0, state.turnedAway - 1);
    if (cameBack && state.blocked) this.do({ do: 'nudge' });
    if (slice.events.length > 0 && slice.seq > state.place!.seq) this.ask();
    else this.wait('poll', state.quiet);
  }

  /** A response that has a gap counts as failed. */
  private refute(): number {
    const request = this.state.nextRequest++;
    this.state.asking = { request, via: isOverHttp(this.state) ? 'http' : 'socket' };
    return request;
  }

  private failed(request: number, problem: Problem | null, retryAfterMs: number): void {
    const { state } = this;
    if (state.asking?.request !== request) return;
    const { via } = state.asking;
    state.asking = null;
    if (problem && FINAL.has(problem.status)) return this.end(problem);
    if (via === 'socket') {
      state.subscribed = false;
      if (problem?.status === 429 && !retryAfterMs) {
        state.turnedAway = QUESTIONS_WHEN_TURNED_AWAY;
        return this.ask();
      }
      if (!problem && state.link !== null) this.do({ do: 'reset', link: state.link });
    } else {
      state.polled = false;
    }
    this.wait('retry', state.failures++, retryAfterMs);
  }

  private hear(epoch: string, events: readonly SentEvent[]): void {
    const { state } = this;
    // Only a response tells which history the events belong to.
    if (state.place?.epoch === undefined || state.reload || state.hidden) return;
    const whole = this.deliver(epoch, events);
    if (state.reload) return;
    // A pending request will return the missing events.
    if (!whole && !state.asking) this.ask();
    else if (state.subscribed) this.wait('silence');
  }

  private compare(epoch: string, seq: number): void {
    const { state } = this;
    if (state.place?.epoch === undefined || state.reload || state.asking || state.hidden) return;
    if (!this.sameEpoch(epoch) || seq > state.place.seq) this.ask();
    else if (state.subscribed) this.wait('silence');
  }

  /**
   * Delivers the events that follow our place.
   * @returns whether it did so without a gap
   */
  private deliver(epoch: string, events: readonly SentEvent[]): boolean {
    const { state } = this;
    if (!this.sameEpoch(epoch)) return false;
    let { seq } = state.place!;
    const fresh: ThreadEvent[] = [];
    let whole = true;
    let replaced = false;
    for (const event of wholeEvents(events)) {
      if (event.seq <= seq) continue;
      whole = event.seq === seq + 1;
      if (!whole) break;
      fresh.push(event);
      seq = event.seq;
      replaced = event.type === 'thread.replaced';
      if (replaced) break;
    }
    if (fresh.length > 0) {
      state.place = { seq, epoch };
      this.do({ do: 'deliver', events: fresh });
    }
    if (replaced) this.lost({ seq, epoch }, 'replaced');
    return whole;
  }

  private sameEpoch(epoch: string): boolean {
    return this.state.place?.epoch === undefined || this.state.place.epoch === epoch;
  }

  private lost({ seq, epoch }: { seq: number; epoch: string }, reason: Resync['reason']): void {
    const { state } = this;
    const resync = { seq, epoch, reason };
    Object.assign(state, { reload: resync, asking: null, place: { seq, epoch } });
    this.do({ do: 'rest' });
    // The first reload is immediate, repeated ones wait, because a page may lag behind.
    if (state.reloads++ > 0) this.wait('retry', state.reloads - 2);
    else this.do({ do: 'resync', resync });
  }

  /** The consumer has loaded the thread, and has all events up to this place. */
  private goOnFrom(place: Place): void {
    const { state } = this;
    // The subscription stays: the response returns the events in between.
    const subscribed = state.subscribed && state.reload === null;
    Object.assign(state, { place, reload: null, subscribed, asking: null });
    this.ask();
  }

  private timer(): void {
    const { state } = this;
    if (state.hidden) return;
    if (state.reload) this.do({ do: 'resync', resync: state.reload });
    else this.ask();
  }

  private block(): void {
    const { state } = this;
    const news = !state.blocked;
    state.blocked = true;
    if (news && state.link === null && !state.asking) this.ask();
  }

  /** Requests on the former socket get no response any more. */
  private lose(): void {
    const { state } = this;
    state.subscribed = false;
    if (state.asking?.via === 'socket') state.asking = null;
    if (!state.reload) this.do({ do: 'rest' });
  }

  private pause(): void {
    const { state } = this;
    if (state.hidden) return;
    Object.assign(state, { hidden: true, subscribed: false, asking: null, link: null });
    this.do({ do: 'rest' });
    this.do({ do: 'leave' });
  }

  private resume(): void {
    const { state } = this;
    if (!state.hidden) return;
    Object.assign(state, { hidden: false, failures: 0 });
    this.do({ do: 'connect' });
    if (state.reload) this.do({ do: 'resync', resync: state.reload });
    else if (state.blocked) this.ask();
  }

  private end(problem: Problem | null): void {
    const { state } = this;
    Object.assign(state, { ended: true, problem, subscribed: false, asking: null, reload: null });
    this.do({ do: 'rest' });
    this.do({ do: 'leave' });
  }

  private wait(until: Wait['until'], nth = 0, atLeastMs = 0): void {
    this.do({ do: 'wait', wait: { until, nth, atLeastMs } });
  }

  private do(effect: Effect): void {
    this.effects.push(effect);
  }
}

const QUESTIONS_WHEN_TURNED_AWAY = 10;

/**
 * A retry is pointless: the post was merged or deleted, the reader is signed out or may not read
 * it, or the request is invalid.
 */
const FINAL = new Set([308, 400, 401, 403, 404, 410, 422]);
