import type { components } from '@colloquy/client';
import { SERVICE_URL } from './service-url.js';

type Account = components['schemas']['UserView'];
type SignedIn = components['schemas']['SignedInView'];

interface Held {
  user: Account;
  accessToken: string;
  /** What renews, where the browser refuses the cookie. */
  refreshToken?: string;
  /** When the access token ends, in milliseconds. */
  endsAt: number;
}

/** Tells a reload and other tabs that this browser has the cookie. It says no more than that. */
const MARK = 'colloquy:signed-in';
/** Where tokens were kept in versions before. */
const FORMER = 'colloquy:session';
/** A token that ends sooner is renewed before it is used. */
const MARGIN_MS = 60_000;

/**
 * The account signed in on this page. The access token is in the memory of the page, what renews it in a
 * cookie that no script reads. Where the browser refuses the cookie, that is in the memory, too, and a
 * reload signs out. Tabs renew by themselves: the service gives all of them the same successor.
 */
class Session {
  private readonly listeners = new Set<() => void>();
  private renewing: Promise<string | null> | null = null;
  private held: Held | null = null;

  constructor() {
    addEventListener('storage', ({ key }) => {
      if (key !== MARK && key !== null) return;
      // What another tab has ended, or begun, maybe as somebody else.
      if (!this.held?.refreshToken) this.become(null);
      void this.token();
    });
    // Before anything asks for it: the answer is on its way while the page loads.
    void this.token();
  }

  get user(): Account | null {
    return this.held?.user ?? null;
  }

  /** Whether a reload signs out, since the browser keeps nothing. */
  get isPassing(): boolean {
    return this.held !== null && read(MARK) === null;
  }

  /** @returns what ends the listening */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * @param signIn asks for a session in a cookie, or, where the browser turns out to refuse that, once
   *   more for one in the body
   */
  async begin(signIn: (kept?: 'cookie') => Promise<SignedIn>): Promise<void> {
    const first = await signIn('cookie');
    const renewed = await refresh();
    if (renewed !== 'ended') return this.keep(renewed ?? first);
    void post('logout', { token: first.accessToken }).catch(() => undefined);
    this.hold(await signIn());
  }

  /** @throws where the service cannot be reached: the session goes on then */
  async end(): Promise<void> {
    const token = this.held?.refreshToken ? await this.token() : null;
    if (this.held) await post('logout', { token });
    this.forget();
  }

  /** The access token, renewed when it is about to end or was refused; null is a guest. */
  async token(rejected?: string): Promise<string | null> {
    const { held } = this;
    if (held && held.accessToken !== rejected && held.endsAt - MARGIN_MS > Date.now())
      return held.accessToken;
    if (!held && read(MARK) === null && formerToken() === null) return null;
    this.renewing ??= this.renew().finally(() => (this.renewing = null));
    return this.renewing;
  }

  private async renew(): Promise<string | null> {
    const former = formerToken();
    const next = former ? await adopt(former) : await refresh(this.held?.refreshToken);
    if (next === 'ended') this.forget();
    else if (next?.refreshToken) this.hold(next);
    else if (next) this.keep(next);
    if (former && next) write(FORMER, null);
    return this.held?.accessToken ?? null;
  }

  /** The cookie is there. */
  private keep(next: SignedIn): void {
    if (read(MARK) === null) write(MARK, String(Date.now()));
    this.hold(next);
  }

  private hold({ user, accessToken, refreshToken, expiresIn }: SignedIn): void {
    const endsAt = Date.now() + expiresIn * 1_000;
    this.become({ user, accessToken, refreshToken, endsAt });
  }

  private forget(): void {
    write(MARK, null);
    this.become(null);
  }

  private become(held: Held | null): void {
    const changed = held?.user.id !== this.held?.user.id;
    this.held = held;
    if (changed) for (const listener of this.listeners) listener();
  }
}

/** What a version before kept goes into the cookie; where that is refused, the same comes in the body. */
async function adopt(refreshToken: string): Promise<SignedIn | 'ended' | null> {
  const next = await refresh(refreshToken, 'cookie');
  if (next === null || next === 'ended') return next;
  const renewed = await refresh();
  return renewed === 'ended' ? refresh(refreshToken) : (renewed ?? next);
}

/**
 * The successors of a refresh token, by default that of the cookie; null when the service cannot be
 * reached, so that the reader stays signed in until it can.
 */
async function refresh(
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

/** Not by the client, which would ask for the token that is renewed. It outlives the page. */
function post(
  path: string,
  { body, token }: { body?: object | undefined; token?: string | null },
): Promise<Response> {
  return fetch(`${SERVICE_URL}/api/v1/auth/${path}`, {
    method: 'POST',
    keepalive: true,
    credentials: 'include',
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** What a version before kept here, to be used once. */
function formerToken(): string | null {
  try {
    return (JSON.parse(read(FORMER) ?? 'null') as Held | null)?.refreshToken ?? null;
  } catch {
    return null;
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A browser that stores nothing: signed in until the page is left.
  }
}

export const session = new Session();
