/** What was counted under a key since its first one, and how long it still counts. */
export interface Window {
  count: number;
  endsInMs: number;
}

/** Keeps counts by their keys. */
export interface WindowStore {
  /** Counts one more; what has ended begins anew, for so many seconds. */
  add(key: string, seconds: number): Promise<Window>;
  remove(key: string): Promise<void>;
}
