import { type components, unwrap } from '@colloquy/client';
import { SERVICE_URL } from './service-url.js';

type Account = components['schemas']['UserView'];
type SignedIn = components['schemas']['SignedInView'];

interface Held {
  user: Account;
  accessToken: string;
  /** The token that renews, where the browser refuses the cookie. */
  refreshToken?: string;
  /** When the access token ends, in milliseconds. */
  endsAt: number;
}

/** Tells a reload and other tabs that this browser has the cookie. It says no more than that. */
const MARK = 'colloquy:signed-in';
/** The entry in which former versions kept tokens. */
const FORMER = 'colloquy:session';
/** A token that ends sooner is renewed before it is used. */
const MARGIN_MS = 60_000;
/** A request waits no longer than this for a renewal of its token. */
const PATIENCE_MS = 15_000;
/** A renewal without an outcome is tried again after this pause. */
const PAUSE_MS = 5_000;

/**
 * The account signed in on this page. The access token is in the memory of the page, what renews it in a
 * cookie that no script reads. Where the browser refuses the cookie, that is in the memory, too, and a
 * reload signs out. Tabs renew by themselves: the service gives all of them the same successor.
 */
class Session {
  private readonly listeners = new Set<() => void>();
  private renewing: Promise<void> | null = null;
  private pause: ReturnType<typeof setTimeout> | null = null;
  private held: Held | null = null;
  /** The access token of the account, and those just before it. */
  private own: readonly string[] = [];

  constructor() {
    addEventListener('storage', ({ key }) => {
      if (key !== MARK && key !== null) return;
      // Another tab has ended the session, or begun one, maybe as somebody else.
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
   *   more for one in the body; if that fails, the first session lasts as long as its access token
   */
  async begin(signIn: (kept?: 'cookie') => Promise<SignedIn>): Promise<void> {
    const first = await signIn('cookie');
    const renewed = await refresh();
    if (renewed !== 'ended') {
      // A new mark tells the other tabs, also where this one was signed in as somebody else.
      write(MARK, String(Date.now()));
      return this.hold(renewed ?? first);
    }
    const second = await signIn().catch(() => null);
    if (second) void post('logout', { token: first.accessToken }).catch(() => undefined);
    this.hold(second ?? first);
  }

  /** @throws where the service refuses or cannot be reached: the session goes on then */
  async end(): Promise<void> {
    await this.renewing;
    if (this.held) {
      const token = this.held.refreshToken ? await this.token() : null;
      const response = await post('logout', { token });
      // With 401 there is no session to end.
      if (response.status !== 401)
        unwrap({ response, error: await response.json().catch(() => null) });
      // A renewal that began meanwhile must not sign in again.
      await this.renewing;
    }
    this.forget();
  }

  /**
   * The access token, renewed when it is about to end or was refused; null is a guest. After a change of
   * the account nobody gets the token of another one than before, so that no write is sent in its name.
   */
  async token(rejected?: string): Promise<string | null> {
    const former = this.held?.accessToken;
    if (this.needsRenewal(rejected) && this.pause === null)
      await (this.renewing ??= this.renew().finally(() => (this.renewing = null)));
    const asked = rejected ?? former;
    return asked === undefined || this.own.includes(asked) ? (this.own[0] ?? null) : null;
  }

  private needsRenewal(rejected?: string): boolean {
    const { held } = this;
    if (!held) return read(MARK) !== null || formerToken() !== null;
    return held.accessToken === rejected || held.endsAt - MARGIN_MS <= Date.now();
  }

  private async renew(): Promise<void> {
    const former = formerToken();
    const next = former ? await adopt(former) : await refresh(this.held?.refreshToken);
    if (next === null) return this.rest();
    if (former) write(FORMER, null);
    if (next === 'ended') return this.forget();
    if (!next.refreshToken && read(MARK) === null) write(MARK, String(Date.now()));
    this.hold(next);
  }

  private rest(): void {
    this.pause = setTimeout(() => {
      this.pause = null;
      void this.token();
    }, PAUSE_MS);
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
    this.own = held ? [held.accessToken, ...(changed ? [] : this.own.slice(0, 2))] : [];
    if (changed) for (const listener of this.listeners) listener();
  }
}

/** Moves the token of a former version into the cookie; where that is refused, the same comes in the body. */
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

/** The client is not used, since it would ask for the token that is renewed. The request outlives the page. */
function post(
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

/** The refresh token that a former version kept here, to be used once. */
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
