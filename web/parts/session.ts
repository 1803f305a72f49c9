import { backoff, type components, loadModule, ProblemError } from '@colloquy/client';
import { read, stored, write } from './kept-marks.js';
import {
  adopt,
  inTurn,
  logOut,
  open,
  refresh,
  type SignedIn,
  type SignIn,
  type SiteToken,
} from './session-requests.js';

type Account = components['schemas']['UserView'];

interface Held {
  user: Account;
  accessToken: string;
  /** The refresh token, if the browser refuses the cookie. */
  refreshToken?: string;
  /** The expiry of the access token, in milliseconds. */
  endsAt: number;
  /** Whether the site's page has signed the reader in, and not the reader. */
  isOfSite: boolean;
}

/** Tells a reload and other tabs that this browser has the cookie, and nothing more. */
const MARK = 'colloquy:signed-in';
/** The value during a sign-out, so that other tabs can tell it from an expired session. */
const LEFT = 'left';
/** The prefix of the mark if the page of the site has signed in. */
const BY_SITE = 'site ';
/** The entry in which former versions stored tokens. */
const FORMER = 'colloquy:session';
/** A token that expires sooner is renewed before use. */
const MARGIN_MS = 60_000;
/** The pauses before a renewal without a response is retried. */
const PAUSES = { firstMs: 8_000, mostMs: 300_000 };

/**
 * The account signed in on this page. The access token is in memory, the refresh token in a cookie
 * that scripts cannot read. If the browser refuses the cookie, both are in memory, and a reload
 * signs out. Tabs renew independently: the service gives all the same successor.
 */
class Session {
  private readonly listeners = new Set<() => void>();
  private renewing: Promise<void> | null = null;
  private pause: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;
  private held: Held | null = null;
  /** The site's answer about its reader; undefined until it has given one. */
  site: SiteToken | undefined;
  /** Whether the page of the site must be asked for its reader. */
  private asksSite = false;
  /** The access token of the account, and its most recent predecessors. */
  private own: readonly string[] = [];
  /** Whether the reader has signed out, in any tab. A session that has expired may be resumed. */
  hasLeft = false;

  constructor() {
    addEventListener('storage', ({ key, newValue }) => {
      if (key !== MARK && key !== null) return;
      if (newValue === LEFT) this.hasLeft = true;
      // Another tab has ended or started a session, possibly of another account.
      if (!this.held?.refreshToken) this.become(null);
      void this.token();
    });
    // Requested early, so that the answer arrives while the page loads.
    void this.token();
  }

  /** Whether an account is signed in. A named guest has none. */
  get hasAccount(): boolean {
    return this.held !== null && !this.guest;
  }

  get user(): Account | null {
    return this.held?.user ?? null;
  }

  /** Whether a reload signs out, because the browser stores nothing. */
  get isPassing(): boolean {
    return this.held !== null && read(MARK) === null;
  }

  /** @returns a function that removes the listener */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Sets the page's source of its reader. Frameworks may pass a new function at each rendering. */
  follow(site: SiteToken): void {
    if (site === this.site) return;
    const isSame = typeof site === 'function' && typeof this.site === 'function' && this.held;
    this.site = site;
    if (isSame) return;
    this.asksSite = true;
    void Promise.resolve(this.renewing).then(() => {
      // The pause after a failure is skipped.
      if (this.pause !== null) clearTimeout(this.pause);
      this.pause = null;
      return this.token();
    });
  }

  /**
   * @param signIn requests a session in a cookie, or in the body if cookies turn out to be refused.
   * If that fails, the first session lasts until its access token expires
   */
  async begin(signIn: SignIn): Promise<void> {
    if (this.guest) await this.token();
    await this.renewing;
    const [signedIn, isKept] = await open(signIn);
    // A renewal for the former account that is still running must not end this session.
    await this.renewing;
    await this.keepOfGuest(signedIn);
    // A new value notifies the other tabs, even if this tab was signed in to another account.
    if (isKept) write(MARK, String(Date.now()));
    this.hold(signedIn);
  }

  /** Resumes a session that was started in a window of the service. */
  async take(refreshToken: string): Promise<boolean> {
    if (this.guest) await this.token();
    await this.renewing;
    const next = await adopt(refreshToken);
    if (!next || next === 'ended') return false;
    await this.renewing;
    await this.keepOfGuest(next);
    if (!next.refreshToken) write(MARK, String(Date.now()));
    this.hold(next);
    return true;
  }

  /** @throws if the service refuses or cannot be reached: the session then continues */
  async end(): Promise<void> {
    await this.renewing;
    if (this.held) {
      await logOut(this.held.refreshToken ? await this.token() : null);
      // A renewal that is still running must not sign in again.
      await this.renewing;
    }
    this.markLeft();
  }

  /**
   * The access token, renewed if it is about to expire or was refused; null for a guest. A caller
   * never gets a token of another account than before, so that no write is sent in its name.
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
    if (this.asksSite) return true;
    if (!held) return this.mayGoOn() || formerToken() !== null;
    return held.accessToken === rejected || held.endsAt - MARGIN_MS <= Date.now();
  }

  /** Whether to resume the browser's session: one by the site only if the page says who reads. */
  private mayGoOn(): boolean {
    const mark = read(MARK);
    return mark !== null && (this.site !== undefined || !mark.startsWith(BY_SITE));
  }

  private async renew(): Promise<void> {
    if (this.asksSite && ((await this.askSite()) || !this.needsRenewal())) return;
    const former = formerToken();
    const mark = read(MARK);
    const next = await inTurn('shared', () =>
      former ? adopt(former) : refresh(this.held?.refreshToken),
    );
    if (next === null) return this.rest();
    if (former) write(FORMER, null);
    if (next === 'ended') {
      // If another tab signed in meanwhile, its session is not the one that was refused.
      const isOther = read(MARK) !== mark && !this.held?.refreshToken;
      if (isOther) return this.renew();
      // The site signs in again, and the reader does not notice that the session has ended.
      if (this.site) write(MARK, null);
      if (!this.site || !(await this.askSite())) this.forget();
      return;
    }
    if (!next.refreshToken && read(MARK) === null) write(MARK, String(Date.now()));
    this.hold(next, this.held?.isOfSite);
  }

  /**
   * The site knows its reader; the browser's session may be of somebody else.
   * @returns whether the question is settled
   */
  private async askSite(): Promise<boolean> {
    this.asksSite = false;
    const isKept = !!read(MARK)?.startsWith(BY_SITE);
    try {
      const { signInBySite } = await loadModule(() => import('./site-sign-in.js'));
      const signIn = await signInBySite(this.site ?? null);
      if (signIn) {
        await this.renewGuest();
        // A browser that has stored a cookie before stores this one.
        const [signedIn, keeps] = isKept
          ? [await inTurn('exclusive', () => signIn('cookie')), true]
          : await open(signIn);
        await this.keepOfGuest(signedIn);
        if (keeps) write(MARK, BY_SITE + Date.now());
        this.hold(signedIn, true);
      } else if (isKept || this.held?.isOfSite) {
        await logOut(this.held?.refreshToken ? this.held.accessToken : null);
        this.markLeft();
      } else return false;
    } catch (error) {
      if (error instanceof ProblemError && error.status < 429) {
        // Addressed to the developers of the site.
        // oxlint-disable-next-line no-console
        console.warn(error.message);
        this.forget();
      } else {
        this.asksSite = true;
        this.rest();
      }
    }
    return true;
  }

  private rest(): void {
    this.pause = setTimeout(
      () => {
        this.pause = null;
        void this.token();
      },
      backoff(this.failures++, PAUSES),
    );
  }

  private get guest(): Held | null {
    return this.held?.user.kind === 'guest' ? this.held : null;
  }

  /** Runs before a sign-in replaces the cookie: an expired guest token hands nothing over. */
  private async renewGuest(): Promise<void> {
    const { guest } = this;
    if (!guest || guest.endsAt - MARGIN_MS > Date.now()) return;
    const next = await inTurn('shared', () => refresh(guest.refreshToken));
    if (next && next !== 'ended') this.hold(next);
  }

  /** Runs before the page shows the account, so that the guest's comments already belong to it. */
  private async keepOfGuest(next: SignedIn): Promise<void> {
    const { guest } = this;
    if (!guest || next.user.kind === 'guest') return;
    await loadModule(() => import('./guest-takeover.js')).then(
      ({ takeOver }) => takeOver(guest.accessToken, next),
      () => undefined,
    );
  }

  private hold(signedIn: SignedIn, isOfSite = false): void {
    const { user, accessToken, refreshToken, expiresIn } = signedIn;
    const endsAt = Date.now() + expiresIn * 1_000;
    this.become({ user, accessToken, refreshToken, endsAt, isOfSite });
  }

  private markLeft(): void {
    this.hasLeft = true;
    write(MARK, LEFT);
    this.forget();
  }

  private forget(): void {
    write(MARK, null);
    this.become(null);
  }

  private become(held: Held | null): void {
    this.failures = 0;
    if (held) this.hasLeft = false;
    const changed = held?.user.id !== this.held?.user.id;
    this.held = held;
    this.own = held ? [held.accessToken, ...(changed ? [] : this.own.slice(0, 2))] : [];
    if (changed) for (const listener of this.listeners) listener();
  }
}

/** The refresh token that a former version stored; it is used once. */
function formerToken(): string | null {
  return stored<Held>(FORMER)?.refreshToken ?? null;
}

export const session = new Session();
