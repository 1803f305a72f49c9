export type TokenSource = (rejected?: string) => string | null | Promise<string | null>;

/** The instant at which a token ends, in milliseconds; null where it does not say. */
export function expiryOf(token: string): number | null {
  try {
    const payload = token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1_000 : null;
  } catch {
    return null;
  }
}
