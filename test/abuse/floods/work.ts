import type { Volume } from './volume.js';

/** What all connections of a volume share. */
export interface Work {
  volume: Volume;
  /** Milliseconds. */
  left(): number;
  /** Whether the time is over. */
  over(): boolean;
  /** Waits until the next one is due; its number. */
  turn(): Promise<number>;
  end(how: string): void;
}
