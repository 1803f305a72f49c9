import { createHook } from 'node:async_hooks';

/** One without an argument and one with: the only two shapes that `process.nextTick` creates. */
const kept: object[] = [];

/**
 * Keeps an object of Node's queue of ticks alive for as long as the process.
 *
 * V8 forgets the shape of objects when none of them is left at a collection, as happens when a
 * service has had nothing to do for some seconds. The queue's objects have computed keys, for which
 * `process.nextTick` is not optimised a second time: from then on each one is put together by a call
 * into the runtime, and each answer needs ten. Node 20, 22 and 24 all do that: a tick of 40 ns then takes
 * more than 600, and a cached page an eighth longer, until the process ends.
 */
export function keepTickShape(): void {
  const hook = createHook({
    init: (_id, type, _trigger, resource) => {
      if (type === 'TickObject') kept.push(resource);
    },
  }).enable();
  process.nextTick(nothing);
  process.nextTick(nothing, null);
  hook.disable();
}

function nothing(): void {}
