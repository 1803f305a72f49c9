import { spyOn } from 'jest-mock';

/**
 * Does something while the clock of `performance` stands: no window of the limits ends meanwhile, no patience does,
 * and nothing that the nodes of this process know grows old, however slow the machine is.
 */
export async function whileClockStands<T>(work: () => Promise<T>): Promise<T> {
  const clock = spyOn(performance, 'now').mockReturnValue(performance.now());
  try {
    return await work();
  } finally {
    clock.mockRestore();
  }
}
