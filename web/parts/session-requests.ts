import { type components, unwrap } from '@colloquy/client';
import { SERVICE_URL } from './service-url.js';

export type SignedIn = components['schemas']['SignedInView'];

/** It signs in the reader whom the page of the site knows; nothing means a guest. */
export type SiteToken = string | null | (() => Token | Promise<Token>);
type Token = string | null | undefined;

/** A request waits no longer than this for a renewal of its token. */
const PATIENCE_MS = 15_000;

/** With 401 there is no session to end. */
export async function logOut(token: string | null): Promise<void> {
  const response = await inTurn('exclusive', () => post('logout', { token }));
  if (response.status !== 401) unwrap({ response, error: await response.json().catch(() => null) });
}

/** Asks for a session in a cookie, or in the body. */
export type SignIn = (kept?: 'cookie') => Promise<SignedIn>;

/** Begins a session in a cookie where the browser keeps one, else in the memory of the page. */
export async function open(signIn: SignIn): Promise<[SignedIn, isKept: boolean]> {
  const [first, renewed] = await inTurn('exclusive', async () => {
    const signedIn = await signIn('cookie');
    return [signedIn, await refresh()] as const;
  });
  if (renewed !== 'ended') return [renewed ?? first, true];
  const second = await signIn().catch(() => null);
  if (second) void post('logout', { token: first.accessToken }).catch(() => undefined);
  return [second ?? first, false];
}

/**
 * Tabs renew at the same time, but none while another signs in or out: a refusal of the former session
 * that comes late would take the cookie of the new one. Without TLS browsers have no such locks, and where
 * cookies are blocked some refuse them.
 */
export async function inTurn<T>(mode: LockMode, work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  let begun: Promise<T> | null = null;
  await locks?.request('colloquy:session', { mode }, () => (begun = work())).catch(() => undefined);
  return begun ?? work();
}

/** Moves the token of a former version into the cookie; where that is refused, the same comes in the body. */
export async function adopt(refreshToken: string): Promise<SignedIn | 'ended' | null> {
  const next = await refresh(refreshToken, 'cookie');
  if (next === null || next === 'ended') return next;
  const renewed = await refresh();
  return renewed === 'ended' ? refresh(refreshToken) : (renewed ?? next);
}

/**
 * The successors of a refresh token, by default that of the cookie; null when the service cannot be
 * reached, so that the reader stays signed in until it can.
 */
export async function refresh(
  refreshToken?: string,
  session?: 'cookie',
): Promise<SignedIn | 'ended' | null> {
  try {
    const body = refreshToken ? { refreshToken, ...(session && { session }) } : undefined;
    const answer = await post('refresh', { body });
    if (answer.ok) return (await answer.json()) as SignedIn;
    return answer.status === 401 || answer.status === 403 ? 'ended' : null;
  } catch {
    return null;
  }
}

/** The client is not used, since it would ask for the token that is renewed. The request outlives the page. */
export function post(
  path: string,
  { body, token }: { body?: object | undefined; token?: string | null },
): Promise<Response> {
  return fetch(`${SERVICE_URL}/api/v1/auth/${path}`, {
    method: 'POST',
    keepalive: true,
    signal: AbortSignal.timeout(PATIENCE_MS),
    credentials: 'include',
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}
