import { type components, unwrap } from '@colloquy/client';
import { SERVICE_URL } from './service-url.js';

export type SignedIn = components['schemas']['SignedInView'];

/** Signs in the reader whom the page of the site knows; without a value the reader is a guest. */
export type SiteToken = string | null | (() => Token | Promise<Token>);
type Token = string | null | undefined;

/** The longest time that a request waits for a renewal of its token. */
const PATIENCE_MS = 15_000;

/** A 401 means that there is no session to end. */
export async function logOut(token: string | null): Promise<void> {
  const response = await inTurn('exclusive', () => post('logout', { token }));
  if (response.status !== 401) unwrap({ response, error: await response.json().catch(() => null) });
}

/** Requests a session in a cookie, or in the body. */
export type SignIn = (kept?: 'cookie') => Promise<SignedIn>;

/** Starts a session in a cookie if the browser stores one, else in the memory of the page. */
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
 * Tabs may renew concurrently, but not while another one signs in or out: a late refusal of the
 * former session would delete the new one's cookie. Browsers lack such locks without TLS, and some
 * refuse them where cookies are blocked.
 */
export async function inTurn<T>(mode: LockMode, work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  let begun: Promise<T> | null = null;
  await locks?.request('colloquy:session', { mode }, () => (begun = work())).catch(() => undefined);
  return begun ?? work();
}

/** Moves a former version's token into the cookie, or returns it in the body if refused. */
export async function adopt(refreshToken: string): Promise<SignedIn | 'ended' | null> {
  const next = await refresh(refreshToken, 'cookie');
  if (next === null || next === 'ended') return next;
  const renewed = await refresh();
  return renewed === 'ended' ? refresh(refreshToken) : (renewed ?? next);
}

/**
 * Renews a refresh token, by default that of the cookie. Null if the service cannot be reached, so
 * that the reader stays signed in until it can.
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

/** Without the client, which would ask for a token. The request outlives the page. */
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
