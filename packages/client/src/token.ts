export type TokenSource = (rejected?: string) => string | null | Promise<string | null>;

/** The expiry of a token, in milliseconds; null if the token does not contain it. */
export function expiryOf(token: string): number | null {
  try {
    const payload = token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1_000 : null;
  } catch {
    return null;
  }
}
