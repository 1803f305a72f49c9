import { lastUpTo } from '../../parts/binary-search.js';

/** The heights of the rows of a long list: measured ones, and an estimate for the others. */
export class Heights {
  private readonly measured = new Map<string, number>();
  private total = 0;

  /** The estimated height of an unmeasured row: the mean of the measured ones. */
  get guess(): number {
    return this.measured.size === 0 ? 120 : this.total / this.measured.size;
  }

  of(id: string): number {
    return this.measured.get(id) ?? this.guess;
  }

  /** @returns whether the height has changed */
  measure(id: string, height: number): boolean {
    const former = this.measured.get(id);
    if (former !== undefined && Math.abs(former - height) < 0.5) return false;
    this.measured.set(id, height);
    this.total += height - (former ?? 0);
    return true;
  }

  /** The tops of the rows, and the bottom of the last one. */
  tops(ids: readonly { readonly id: string }[]): Float64Array {
    const tops = new Float64Array(ids.length + 1);
    const { guess } = this;
    for (let index = 0; index < ids.length; index++)
      tops[index + 1] = tops[index]! + (this.measured.get(ids[index]!.id) ?? guess);
    return tops;
  }
}

/** The index of the last row that starts at or above `y`. */
export function lineAt(tops: Float64Array, y: number): number {
  return Math.max(0, lastUpTo(tops.subarray(0, -1), y));
}
