/** Reads the text that this browser keeps under a name; null where it keeps none. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** A value that `store` has kept; null where there is none. */
export function stored<Value>(key: string): Value | null {
  try {
    return JSON.parse(read(key) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

/** Keeps a value; null removes it. */
export function store(key: string, value: unknown): void {
  write(key, value === null ? null : JSON.stringify(value));
}

export function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A browser that stores nothing keeps it as long as the page is open.
  }
}
