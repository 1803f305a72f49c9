/** Reads a text that this browser stores under a name; null if there is none. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** A value that `store` has written; null if there is none. */
export function stored<Value>(key: string): Value | null {
  try {
    return JSON.parse(read(key) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

/** Stores a value; null removes it. */
export function store(key: string, value: unknown): void {
  write(key, value === null ? null : JSON.stringify(value));
}

export function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // If the browser refuses to store it, the value lasts while the page is open.
  }
}
