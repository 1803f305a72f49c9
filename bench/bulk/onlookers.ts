import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from '../percentiles.js';

/** An action that somebody repeats, with its durations. */
export interface Habit {
  name: string;
  act: () => Promise<void>;
}

export interface Felt {
  name: string;
  times: number;
  failed: number;
  p50: number;
  p95: number;
  max: number;
}

const PAUSE_MS = 50;

/** People who read and write meanwhile, each one request after another. */
export class Onlookers {
  private readonly took = new Map<string, number[]>();
  private readonly failed = new Map<string, number>();
  private watching = true;
  private readonly lanes: Promise<void>[];

  constructor(habits: readonly Habit[]) {
    this.lanes = habits.map((habit) => this.repeat(habit));
  }

  async stop(): Promise<Felt[]> {
    this.watching = false;
    await Promise.all(this.lanes);
    return [...this.took].map(([name, times]) => {
      const sorted = Float64Array.from(times).sort();
      const rounded = (percent: number) => Number(percentile(sorted, percent).toFixed(1));
      const failed = this.failed.get(name) ?? 0;
      return {
        name,
        times: times.length,
        failed,
        p50: rounded(50),
        p95: rounded(95),
        max: rounded(100),
      };
    });
  }

  private async repeat({ name, act }: Habit): Promise<void> {
    const times: number[] = [];
    this.took.set(name, times);
    while (this.watching) {
      const startedAt = performance.now();
      try {
        await act();
        times.push(performance.now() - startedAt);
      } catch {
        this.failed.set(name, (this.failed.get(name) ?? 0) + 1);
      }
      await delay(PAUSE_MS);
    }
  }
}
