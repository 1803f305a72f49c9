import fc from 'fast-check';
import { step } from './watch-machine.js';
import {
  initialState,
  type Effect,
  type Resync,
  type WatchInput,
  type WatchState,
} from './watch-state.js';
import type { Place, Problem, Slice, ThreadEvent } from './wire.js';
import { runsOf } from '../../../test/support/full-form.js';

/** A simulated log of a post: it may drop its beginning, and change its epoch. */
class Log {
  epoch = 'epoch-1';
  seq = 0;
  kept = 0;
  readonly replaced = new Set<string>();

  append(type = 'comment.created'): void {
    this.seq++;
    if (type === 'thread.replaced') this.replaced.add(`${this.epoch} ${this.seq}`);
  }

  event(seq: number): ThreadEvent {
    const type = this.replaced.has(`${this.epoch} ${seq}`) ? 'thread.replaced' : 'comment.created';
    return { seq, type, at: `${this.epoch} ${seq}`, data: {} };
  }

  slice(from: number, to: number): ThreadEvent[] {
    return Array.from({ length: Math.max(0, to - from) }, (_, index) =>
      this.event(from + index + 1),
    );
  }

  answer(place: Place | null, most: number): Slice {
    const { seq, epoch } = this;
    if (!place) return { seq, epoch, events: [] };
    const known = place.epoch === undefined || place.epoch === epoch;
    if (!known || place.seq > seq || place.seq < this.kept)
      return { seq, epoch, events: [], resync: true };
    return { seq, epoch, events: this.slice(place.seq, Math.min(seq, place.seq + most)) };
  }
}

/** A consumer that checks the guarantees at every delivery. */
class Bench {
  readonly log = new Log();
  state: WatchState;
  /** The consumer's place; null before it knows its start. */
  place: Place | null;
  readonly delivered: number[] = [];
  readonly statuses: string[] = [];
  resync: Resync | null = null;
  question: { request: number; place: Place | null; via: 'socket' | 'http' } | null = null;
  waits = false;
  joined = false;
  links = 0;

  constructor(place: Place | null) {
    this.place = place;
    this.state = initialState(place);
    this.give({ is: 'start' });
  }

  give(input: WatchInput): Effect[] {
    const [state, effects] = step(this.state, input);
    this.state = state;
    for (const effect of effects) this.carryOut(effect);
    return effects;
  }

  private carryOut(effect: Effect): void {
    if (effect.do === 'deliver') {
      expect(this.resync).toBeNull();
      for (const { seq, at } of effect.events) {
        if (this.place) {
          expect(seq).toBe(this.place.seq + 1);
          if (this.place.epoch) expect(at).toBe(`${this.place.epoch} ${seq}`);
        }
        this.place = { seq, epoch: at.split(' ')[0]! };
        this.delivered.push(seq);
      }
    }
    if (effect.do === 'resync') this.resync = effect.resync;
    if (effect.do === 'subscribe' || effect.do === 'poll') {
      const via = effect.do === 'poll' ? 'http' : 'socket';
      this.question = { request: effect.request, place: effect.place, via };
    }
    if (effect.do === 'wait') this.waits = true;
    if (effect.do === 'rest') this.waits = false;
    if (effect.do === 'connect') this.joined = true;
    if (effect.do === 'leave') this.joined = false;
    if (effect.do === 'status') this.statuses.push(effect.status);
  }

  timer(): void {
    if (!this.waits) return;
    this.waits = false;
    this.give({ is: 'timer' });
  }

  answer(most: number): void {
    const { question } = this;
    if (!question) return;
    this.question = null;
    const slice = this.log.answer(question.place, most);
    const before = this.state;
    this.give({ is: 'answer', request: question.request, slice });
    const begins = before.asking?.request === question.request && this.place === null;
    if (begins) this.place = { seq: slice.seq, epoch: slice.epoch };
  }

  fail(problem: Problem | null): void {
    const { question } = this;
    if (!question) return;
    this.question = null;
    this.give({ is: 'failed', request: question.request, problem });
  }

  /** The consumer has loaded a page, current or slightly outdated. */
  reload(behind: number): void {
    if (!this.resync) return;
    const seq = Math.max(this.log.kept, this.log.seq - behind);
    this.place = { seq, epoch: this.log.epoch };
    this.resync = null;
    this.give({ is: 'place', place: this.place });
  }

  up(): void {
    if (this.joined) this.give({ is: 'up', link: ++this.links });
  }

  down(): void {
    if (this.state.link !== null) this.give({ is: 'down' });
  }

  /** The network works again: every request gets a response. */
  settle(): void {
    this.give({ is: 'visible' });
    this.give({ is: 'online' });
    for (let round = 0; round < 60; round++) {
      if (this.resync) this.reload(0);
      if (this.state.link === null) this.up();
      if (this.question) this.answer(200);
      else if (this.place?.seq === this.log.seq && this.state.subscribed) return;
      else if (this.state.subscribed)
        this.give({ is: 'heartbeat', seq: this.log.seq, epoch: this.log.epoch });
      else this.timer();
    }
    throw new Error(`It never settled: ${JSON.stringify(this.state)}`);
  }
}

const UNAVAILABLE: Problem = { type: '/problems/unavailable', title: 'Not now', status: 503 };
const CROWDED: Problem = { type: '/problems/too-many-subscriptions', title: 'Full', status: 429 };

/** Everything that can happen, in any order. */
const act = fc.oneof(
  { weight: 4, arbitrary: fc.constant<(bench: Bench) => void>((bench) => bench.log.append()) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(6), fc.nat(6), fc.boolean())
      .map(([back, length, shuffled]) => (bench: Bench) => {
        const { log } = bench;
        const to = Math.max(0, log.seq - back);
        const events = log.slice(Math.max(0, to - length), to);
        if (shuffled) events.reverse();
        bench.give({ is: 'events', epoch: log.epoch, events });
      }),
  },
  {
    weight: 4,
    arbitrary: fc.nat(5).map((most) => (bench: Bench) => bench.answer(most)),
  },
  { weight: 2, arbitrary: fc.nat(4).map((behind) => (bench: Bench) => bench.reload(behind)) },
  { weight: 2, arbitrary: fc.constant((bench: Bench) => bench.timer()) },
  {
    weight: 5,
    arbitrary: fc.constantFrom<(bench: Bench) => void>(
      (bench) => bench.up(),
      (bench) => bench.down(),
      (bench) => bench.fail(null),
      (bench) => bench.fail(UNAVAILABLE),
      (bench) => bench.fail(CROWDED),
      (bench) => bench.state.link === null && bench.give({ is: 'blocked' }),
      (bench) => bench.give({ is: 'heartbeat', epoch: bench.log.epoch, seq: bench.log.seq }),
      (bench) => bench.give({ is: 'heartbeat', epoch: 'another', seq: 3 }),
      (bench) =>
        bench.give({
          is: 'events',
          epoch: 'another',
          events: [{ seq: (bench.place?.seq ?? 0) + 1, type: 'x', at: 'another 1', data: {} }],
        }),
      (bench) => bench.give({ is: 'hidden' }),
      (bench) => bench.give({ is: 'visible' }),
      (bench) => bench.give({ is: 'offline' }),
      (bench) => bench.give({ is: 'online' }),
      (bench) => bench.resync && bench.give({ is: 'reload failed' }),
      (bench) => bench.log.append('thread.replaced'),
      (bench) => (bench.log.kept = Math.max(0, bench.log.seq - 2)),
      (bench) => {
        Object.assign(bench.log, { epoch: `${bench.log.epoch}+`, kept: 0, seq: 1 });
      },
    ),
  },
);

describe('following a thread', () => {
  const beginning = fc.constantFrom<Place | null>(null, { seq: 0 }, { seq: 0, epoch: 'epoch-1' });

  it('brings one stream in order and without a gap, whatever happens, and gets to its end', () => {
    fc.assert(
      fc.property(beginning, fc.array(act, { maxLength: 120 }), (place, acts) => {
        const bench = new Bench(place);
        for (const one of acts) one(bench);
        bench.settle();
        expect(bench.place?.seq).toBe(bench.log.seq);
        expect(bench.state.status).toBe('live');
      }),
      { numRuns: runsOf(3_000) },
    );
  });

  it('says nothing and keeps nothing once it is closed, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(act), fc.array(act), (before, after) => {
        const bench = new Bench({ seq: 0 });
        for (const one of before) one(bench);
        bench.give({ is: 'close' });
        expect(bench.state.status).toBe('ended');
        expect({ waits: bench.waits, joined: bench.joined }).toEqual({
          waits: false,
          joined: false,
        });
        const { length } = bench.delivered;
        for (const one of after) one(bench);
        bench.give({ is: 'up', link: 99 });
        expect(bench.delivered).toHaveLength(length);
        expect(bench.waits).toBe(false);
      }),
    );
  });

  it('asks again at a hole, once', () => {
    const bench = new Bench({ seq: 0, epoch: 'epoch-1' });
    bench.up();
    bench.answer(200);
    for (let count = 0; count < 9; count++) bench.log.append();
    const { epoch } = bench.log;
    bench.give({ is: 'events', epoch, events: bench.log.slice(0, 2) });
    const asked = bench.give({ is: 'events', epoch, events: bench.log.slice(4, 6) });
    expect(asked).toContainEqual({
      do: 'subscribe',
      request: expect.any(Number),
      place: { seq: 2, epoch },
    });
    const again = bench.give({ is: 'events', epoch, events: bench.log.slice(6, 9) });
    expect(again.map((effect) => effect.do)).not.toContain('subscribe');
    bench.answer(200);
    expect(bench.delivered).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('asks over HTTP while sockets are blocked, and follows the socket once there is one', () => {
    const bench = new Bench({ seq: 0 });
    bench.give({ is: 'blocked' });
    expect(bench.question?.via).toBe('http');
    bench.answer(200);
    expect(bench.state.status).toBe('polling');
    bench.log.append();
    bench.timer();
    bench.answer(200);
    expect(bench.delivered).toEqual([1]);
    bench.up();
    expect(bench.question?.via).toBe('socket');
    bench.answer(200);
    expect(bench.statuses).toEqual(['polling', 'reconnecting', 'live']);
  });

  it('asks for another socket when one does not answer', () => {
    const bench = new Bench({ seq: 0 });
    bench.up();
    const effects: Effect[] = [];
    const { request } = bench.question!;
    effects.push(...bench.give({ is: 'failed', request, problem: null }));
    expect(effects).toContainEqual({ do: 'reset', link: 1 });
  });

  it.each([308, 401, 403, 404, 410])('ends with a problem of status %d, and says it', (status) => {
    const bench = new Bench({ seq: 0 });
    bench.up();
    const problem: Problem = { type: '/problems/it', title: 'It', status };
    const { request } = bench.question!;
    const effects = bench.give({ is: 'failed', request, problem });
    expect(effects).toContainEqual({ do: 'status', status: 'ended', problem });
    expect(bench.joined).toBe(false);
  });
});
