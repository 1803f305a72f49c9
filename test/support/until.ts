import { setTimeout as delay } from 'node:timers/promises';

/** Less than a test may take, so that it says what it waited for. */
const PATIENCE_MS = 45_000;

/** Waits until a condition holds, looking again and again. */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
  everyMs?: number,
  patienceMs?: number,
): Promise<void> {
  await untilFound(what, async () => (await holds()) || null, everyMs, patienceMs);
}

/** Waits until there is something, looking again and again. */
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
