import type { Volume } from './volume.js';

/** State shared by all connections of a volume. */
export interface Work {
  volume: Volume;
  /** Milliseconds left. */
  left(): number;
  /** Whether the time is up. */
  over(): boolean;
  /** Waits until the next one is due, and returns its number. */
  turn(): Promise<number>;
  end(how: string): void;
}
