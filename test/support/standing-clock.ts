import { spyOn } from 'jest-mock';

/**
 * Runs work while the clock of `performance` is stopped: no rate limit window or timeout ends
 * meanwhile, and no cache entry of a node in this process expires, however slow the machine is.
 */
export async function whileClockStands<T>(work: () => Promise<T>): Promise<T> {
  const clock = spyOn(performance, 'now').mockReturnValue(performance.now());
  try {
    return await work();
  } finally {
    clock.mockRestore();
  }
}
