import type { components } from '@colloquy/client';
import { SERVICE_URL } from './service-url.js';

type Account = components['schemas']['UserView'];
type SignedIn = components['schemas']['SignedInView'];

interface Kept {
  user: Account;
  accessToken: string;
  refreshToken: string;
  /** When the access token ends, in milliseconds. */
  endsAt: number;
}

const PLACE = 'colloquy:session';
/** A token that ends sooner is renewed before it is used. */
const MARGIN_MS = 60_000;

/**
 * The account signed in on this page. Nothing is stored before the sign-in; afterwards the tabs of
 * the site share what is stored.
 */
class Session {
  private readonly listeners = new Set<() => void>();
  private renewing: Promise<string | null> | null = null;
  private kept: Kept | null = read();

  constructor() {
    addEventListener('storage', ({ key }) => {
      if (key === PLACE || key === null) this.become(read());
    });
  }

  get user(): Account | null {
    return this.kept?.user ?? null;
  }

  /** @returns what ends the listening */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  begin({ user, accessToken, refreshToken, expiresIn }: SignedIn): void {
    const endsAt = Date.now() + expiresIn * 1_000;
    this.keep({ user, accessToken, refreshToken, endsAt });
  }

  end(): void {
    this.keep(null);
  }

  /** The access token, renewed when it is about to end or was refused; null is a guest. */
  async token(rejected?: string): Promise<string | null> {
    const { kept } = this;
    if (!kept) return null;
    const good = kept.accessToken !== rejected && kept.endsAt - MARGIN_MS > Date.now();
    if (good) return kept.accessToken;
    this.renewing ??= this.renew(rejected).finally(() => (this.renewing = null));
    return this.renewing;
  }

  /** One tab renews, the others find what it got. */
  private renew(rejected?: string): Promise<string | null> {
    const work = async () => {
      const now = read() ?? this.kept;
      if (!now) return null;
      if (now.accessToken !== (rejected ?? this.kept?.accessToken)) return this.become(now);
      const next = await renewed(now.refreshToken);
      if (next === 'ended') this.end();
      else if (next) this.begin(next);
      return this.kept?.accessToken ?? null;
    };
    return navigator.locks ? navigator.locks.request(PLACE, work) : work();
  }

  private keep(kept: Kept | null): void {
    try {
      if (kept) localStorage.setItem(PLACE, JSON.stringify(kept));
      else localStorage.removeItem(PLACE);
    } catch {
      // A browser that stores nothing: signed in until the page is left.
    }
    this.become(kept);
  }

  private become(kept: Kept | null): string | null {
    const changed = kept?.user.id !== this.kept?.user.id;
    this.kept = kept;
    if (changed) for (const listener of this.listeners) listener();
    return kept?.accessToken ?? null;
  }
}

function read(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/**
 * The successors of a refresh token; null when the service cannot be reached, so that the reader
 * stays signed in until it can. Not by the client, which would ask for the token that is renewed.
 */
async function renewed(refreshToken: string): Promise<SignedIn | 'ended' | null> {
  try {
    const answer = await fetch(`${SERVICE_URL}/api/v1/auth/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    });
    if (answer.ok) return (await answer.json()) as SignedIn;
    return answer.status === 401 || answer.status === 403 ? 'ended' : null;
  } catch {
    return null;
  }
}

export const session = new Session();
