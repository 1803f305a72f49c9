import { createHook } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { keepTickShape } from './next-tick-shape.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The number of queued tick objects that survive their run and a garbage collection. */
async function ticksLeft(queue: () => void): Promise<number> {
  const ticks: WeakRef<object>[] = [];
  const hook = createHook({
    init: (_id, type, _trigger, resource) => {
      if (type === 'TickObject') ticks.push(new WeakRef(resource));
    },
  }).enable();
  queue();
  hook.disable();
  expect(ticks.length).toBeGreaterThan(0);
  // A WeakRef keeps its object alive until the current turn of the event loop ends.
  await nextTurn();
  collect();
  await nextTurn();
  return ticks.filter((tick) => tick.deref() !== undefined).length;
}

describe('the shape of ticks', () => {
  it('is forgotten with the last tick, unless some are kept', async () => {
    expect(await ticksLeft(() => process.nextTick(() => undefined))).toBe(0);
    expect(await ticksLeft(keepTickShape)).toBe(2);
  });
});
