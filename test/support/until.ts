import { setTimeout as delay } from 'node:timers/promises';

/** Less than a test may take, so that it says what it waited for. */
const PATIENCE_MS = 45_000;

/** Waits until a condition holds, looking again and again. */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
  everyMs = 20,
): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await delay(everyMs);
  }
}
