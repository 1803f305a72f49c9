import { setTimeout as delay } from 'node:timers/promises';
import { atMost, type Figure } from '../../harness/figures.js';
import type { Stage } from '../stage.js';
import type { Flood } from './floods.js';
import { FloodGenerator } from './generator.js';
import { honestWriter } from './ground.js';
import { HonestMember } from './honest-member.js';
import { figuresOf, type Pair, sendWindows, type Setting } from './windows.js';

/** Tolerance: a collection does not always free the same amount of memory. */
const MARGIN_MIB = 32;
const BACK_WITHIN_MS = 10_000;
const LOOKED_EACH_MS = 500;

/** More rounds than an honest member starts in one flood. */
const ROUNDS = 10;

/**
 * Floods the service from one network. Meanwhile a reader reads a cached page, and an honest member
 * of another network does what members do.
 * @param nth index of the flood, which selects its network and its member
 * @param again how often it was sent before: each time it comes from another network
 */
export async function floodWith(
  flood: Flood,
  nth: number,
  setting: Setting,
  again = 0,
): Promise<Figure[]> {
  const { stage, ground, length } = setting;
  const before = await settledMemory(stage);
  const who = honestWriter(stage, nth);
  const member = new HonestMember(stage, ground, who, `198.51.${100 + again}.${nth + 1}`);
  let over = false;
  const living = member.live(length.honestEveryMs, () => over, again * ROUNDS);
  const network = networkOf(nth, again, length.wide);
  const found = await flooding(flood, network, setting).finally(() => (over = true));
  await living;
  const kept = await memoryAfter(stage, before);
  return [
    ...figuresOf(found, length),
    ...member.figures(),
    atMost('memory within 10 s, more than before', kept, MARGIN_MIB, 'MiB'),
  ];
}

/** Ending the generator closes its connections. */
async function flooding(
  flood: Flood,
  network: readonly string[],
  setting: Setting,
): Promise<Pair[]> {
  const generator = FloodGenerator.start();
  try {
    return await sendWindows(flood, network, setting, generator);
  } finally {
    await generator.end();
  }
}

/** One address; in a wide flood every second request comes from anywhere in its /24. */
function networkOf(nth: number, again: number, wide: boolean): string[] {
  const net = `203.${again}.${nth + 1}`;
  return Array.from({ length: 508 }, (_, at) =>
    wide && at % 2 ? `${net}.${(at + 1) / 2}` : `${net}.7`,
  );
}

async function settledMemory({ gauge }: Stage): Promise<number> {
  await gauge.begin();
  return (await gauge.end()).rss.after;
}

/** @returns the least memory growth within the time */
async function memoryAfter(stage: Stage, before: number): Promise<number> {
  const deadline = performance.now() + BACK_WITHIN_MS;
  let least = Infinity;
  for (;;) {
    least = Math.min(least, (await settledMemory(stage)) - before);
    if (least <= MARGIN_MIB || performance.now() > deadline) return least;
    await delay(LOOKED_EACH_MS);
  }
}
