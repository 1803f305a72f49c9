/** The count of a key since its first request, and how long it is still valid. */
export interface Window {
  count: number;
  endsInMs: number;
}

/** A store of counts by key. */
export interface WindowStore {
  /** Adds one. An expired count restarts, and is valid for `seconds`. */
  add(key: string, seconds: number): Promise<Window>;
  remove(key: string): Promise<void>;
}
