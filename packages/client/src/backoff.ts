export interface Pace {
  firstMs: number;
  mostMs: number;
}

/**
 * The wait before an attempt: exponential, bounded, and with jitter over its upper half, so that
 * clients that failed together do not retry together.
 * @param attempt counts from 0
 */
export function backoff(attempt: number, { firstMs, mostMs }: Pace): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 20));
  return full / 2 + (full / 2) * Math.random();
}
