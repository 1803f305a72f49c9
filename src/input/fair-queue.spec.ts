import { FairQueue, type Gone } from './fair-queue.js';

class Full extends Error {}

/** A caller of a lane who stays connected. */
const of = (lane: string): Gone => Object.assign(() => false, { lane });

/** Work that ends when the test says so. */
class Work {
  begun = false;
  end!: () => void;

  readonly do = (): Promise<string> => {
    this.begun = true;
    return new Promise((resolve) => (this.end = () => resolve('done')));
  };
}

describe('turns', () => {
  const bounds = { running: 1, waiting: 2, full: () => new Full() };

  it('come one after the other, in the order of asking', async () => {
    const turns = new FairQueue(bounds);
    const [first, second, third] = [new Work(), new Work(), new Work()];
    const done = [first, second, third].map((work) => turns.run(work.do));
    expect([first.begun, second.begun, third.begun]).toEqual([true, false, false]);
    first.end();
    await done[0];
    await Promise.resolve();
    expect([second.begun, third.begun]).toEqual([true, false]);
    second.end();
    await done[1];
    await Promise.resolve();
    third.end();
    await expect(Promise.all(done)).resolves.toEqual(['done', 'done', 'done']);
  });

  it('are handed on when work fails', async () => {
    const turns = new FairQueue(bounds);
    const failing = turns.run(() => Promise.reject(new Error('no')));
    const next = turns.run(async () => 'done');
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
  });

  it('are not for those who have gone when theirs comes', async () => {
    const turns = new FairQueue(bounds);
    const [first, left, last] = [new Work(), new Work(), new Work()];
    const running = turns.run(first.do);
    let gone = false;
    const dropped = turns.run(left.do, () => gone);
    const waiting = turns.run(last.do);
    gone = true;
    first.end();
    await expect(dropped).rejects.toThrow(Error);
    await running;
    expect([left.begun, last.begun]).toEqual([false, true]);
    last.end();
    await waiting;
  });

  it('are refused when too many wait, but for those who have gone', async () => {
    const turns = new FairQueue(bounds);
    const first = new Work();
    const running = turns.run(first.do);
    let gone = false;
    const dropped = turns.run(
      async () => 'never',
      () => gone,
    );
    dropped.catch(() => undefined);
    const second = turns.run(async () => 'second');
    await expect(turns.run(async () => 'too many')).rejects.toThrow(Full);
    gone = true;
    const third = turns.run(async () => 'third');
    await expect(dropped).rejects.toThrow(Error);
    first.end();
    await expect(Promise.all([running, second, third])).resolves.toEqual([
      'done',
      'second',
      'third',
    ]);
  });

  it('go round the lanes, so that one of another lane waits for one of many', async () => {
    const turns = new FairQueue({ ...bounds, waiting: 10 });
    const order: string[] = [];
    const ask = (name: string, lane: string) =>
      turns.run(async () => void order.push(name), of(lane));
    const running = new Work();
    const first = turns.run(running.do);
    const all = [
      ask('a1', 'a'),
      ask('a2', 'a'),
      ask('a3', 'a'),
      ask('b1', 'b'),
      ask('c1', 'c'),
      ask('b2', 'b'),
    ];
    running.end();
    await Promise.all([first, ...all]);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('are taken from the last one of the longest lane, when one of a shorter lane finds no place', async () => {
    const turns = new FairQueue({ ...bounds, waiting: 3 });
    const running = new Work();
    const first = turns.run(running.do);
    const ask = (lane: string) => turns.run(async () => lane, of(lane));
    const [a1, a2, a3] = [ask('a'), ask('a'), ask('a')];
    const lost = expect(a3).rejects.toThrow(Full);
    const b1 = ask('b');
    await lost;
    await expect(ask('a')).rejects.toThrow(Full);
    // Lane `a` has two, lane `b` one: an eviction would only swap which lane is longer.
    await expect(ask('b')).rejects.toThrow(Full);
    running.end();
    await expect(Promise.all([first, a1, a2, b1])).resolves.toEqual(['done', 'a', 'a', 'b']);
    await expect(turns.run(async () => 'free')).resolves.toBe('free');
  });
});
