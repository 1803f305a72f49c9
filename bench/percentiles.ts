/** @param sorted ascending, not empty */
export function percentile(sorted: ArrayLike<number>, percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
}

/** The middle value, or the mean of the two in the middle; NaN for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The median with the interval that contains the true one in 95 of 100 samples, whatever the
 * distribution: the ranks n/2 ± 0.98√n (Conover, Practical Nonparametric Statistics, 3.2).
 * @param values at least 6
 */
export function medianInterval(values: readonly number[]): Interval {
  const sorted = values.toSorted((a, b) => a - b);
  const reach = 0.98 * Math.sqrt(sorted.length);
  const low = Math.floor(sorted.length / 2 - reach);
  return { low: sorted[low], middle: median(values), high: sorted[sorted.length - 1 - low] };
}

interface Interval {
  low: number;
  middle: number;
  high: number;
}
