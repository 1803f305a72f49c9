import { setTimeout as delay } from 'node:timers/promises';

/** Shorter than a test's timeout, so that the error says what was awaited. */
const PATIENCE_MS = 45_000;

/** Polls until a condition holds. */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
  everyMs?: number,
  patienceMs?: number,
): Promise<void> {
  await untilFound(what, async () => (await holds()) || null, everyMs, patienceMs);
}

/** Polls until a value exists. */
export async function untilFound<Found>(
  what: string,
  find: () => Promise<Found | null>,
  everyMs = 20,
  patienceMs = PATIENCE_MS,
): Promise<Found> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const found = await find();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await delay(everyMs);
  }
}
