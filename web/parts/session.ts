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
  /** The token that renews, where the browser refuses the cookie. */
  refreshToken?: string;
  /** When the access token ends, in milliseconds. */
  endsAt: number;
  /** Whether the page of the site has signed in, and not the reader. */
  isOfSite: boolean;
}

/** Tells a reload and other tabs that this browser has the cookie. It says no more than that. */
const MARK = 'colloquy:signed-in';
/** The mark for a moment when somebody signs out: other tabs tell it from a session that ended by itself. */
const LEFT = 'left';
/** The mark begins so where the page of the site has signed in. */
const BY_SITE = 'site ';
/** The entry in which former versions kept tokens. */
const FORMER = 'colloquy:session';
/** A token that ends sooner is renewed before it is used. */
const MARGIN_MS = 60_000;
/** Before a renewal without an outcome is tried again. */
const PAUSES = { firstMs: 8_000, mostMs: 300_000 };

/**
 * The account signed in on this page. The access token is in the memory of the page, and the token that
 * renews it is in a cookie that no script reads. Where the browser refuses the cookie, both are in the
 * memory, and a reload signs out. Tabs renew by themselves: the service gives all of them the same successor.
 */
class Session {
  private readonly listeners = new Set<() => void>();
  private renewing: Promise<void> | null = null;
  private pause: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;
  private held: Held | null = null;
  /** The word of the page on its reader; undefined while it has said nothing. */
  site: SiteToken | undefined;
  /** The page of the site is to be asked who reads. */
  private asksSite = false;
  /** The access token of the account, and those just before it. */
  private own: readonly string[] = [];
  /** Whether somebody has signed out, in any tab. A session that ended by itself is one to go on with. */
  hasLeft = false;

  constructor() {
    addEventListener('storage', ({ key, newValue }) => {
      if (key !== MARK && key !== null) return;
      if (newValue === LEFT) this.hasLeft = true;
      // Another tab has ended the session, or begun one, maybe as somebody else.
      if (!this.held?.refreshToken) this.become(null);
      void this.token();
    });
    // Before anything asks for it: the answer is on its way while the page loads.
    void this.token();
  }

  /** Whether somebody with an account is signed in: a guest with a name has none. */
  get hasAccount(): boolean {
    return this.held !== null && !this.guest;
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

  /** The page of the site says who reads. A framework may give another function at each rendering. */
  follow(site: SiteToken): void {
    if (site === this.site) return;
    const isSame = typeof site === 'function' && typeof this.site === 'function' && this.held;
    this.site = site;
    if (isSame) return;
    this.asksSite = true;
    void Promise.resolve(this.renewing).then(() => {
      // It does not wait for the end of a pause after a failure.
      if (this.pause !== null) clearTimeout(this.pause);
      this.pause = null;
      return this.token();
    });
  }

  /**
   * @param signIn asks for a session in a cookie, or, where the browser turns out to refuse that, once
   *   more for one in the body; if that fails, the first session lasts as long as its access token
   */
  async begin(signIn: SignIn): Promise<void> {
    if (this.guest) await this.token();
    await this.renewing;
    const [signedIn, isKept] = await open(signIn);
    // One of the former account, which began meanwhile, must not end this one.
    await this.renewing;
    await this.keepOfGuest(signedIn);
    // A new mark tells the other tabs, also where this one was signed in as somebody else.
    if (isKept) write(MARK, String(Date.now()));
    this.hold(signedIn);
  }

  /** Goes on with a session that a window of the service has begun. */
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

  /** @throws where the service refuses or cannot be reached: the session goes on then */
  async end(): Promise<void> {
    await this.renewing;
    if (this.held) {
      await logOut(this.held.refreshToken ? await this.token() : null);
      // A renewal that began meanwhile must not sign in again.
      await this.renewing;
    }
    this.markLeft();
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
    if (this.asksSite) return true;
    if (!held) return this.mayGoOn() || formerToken() !== null;
    return held.accessToken === rejected || held.endsAt - MARGIN_MS <= Date.now();
  }

  /** Whether the browser has a session for this page: one by the site is for pages that say who reads. */
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
      // Another tab signed in meanwhile: its session is not the one that was refused.
      const isOther = read(MARK) !== mark && !this.held?.refreshToken;
      if (isOther) return this.renew();
      // The site signs in anew: the reader does not see that the session has ended.
      if (this.site) write(MARK, null);
      if (!this.site || !(await this.askSite())) this.forget();
      return;
    }
    if (!next.refreshToken && read(MARK) === null) write(MARK, String(Date.now()));
    this.hold(next, this.held?.isOfSite);
  }

  /**
   * The site knows who reads; the session that the browser has may be somebody else's.
   * @returns whether that is settled
   */
  private async askSite(): Promise<boolean> {
    this.asksSite = false;
    const isKept = !!read(MARK)?.startsWith(BY_SITE);
    try {
      const { signInBySite } = await loadModule(() => import('./site-sign-in.js'));
      const signIn = await signInBySite(this.site ?? null);
      if (signIn) {
        await this.renewGuest();
        // A browser that has kept one before keeps this one.
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
        // For the developers of the site.
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

  /** Before a sign-in takes the cookie: with a token that has ended the guest could hand nothing over. */
  private async renewGuest(): Promise<void> {
    const { guest } = this;
    if (!guest || guest.endsAt - MARGIN_MS > Date.now()) return;
    const next = await inTurn('shared', () => refresh(guest.refreshToken));
    if (next && next !== 'ended') this.hold(next);
  }

  /** Before the page shows the account: what was written as a guest is of it then. */
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

/** The refresh token that a former version kept here, to be used once. */
function formerToken(): string | null {
  return stored<Held>(FORMER)?.refreshToken ?? null;
}

export const session = new Session();
