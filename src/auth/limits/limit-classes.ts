import type { Trust } from '../../users/viewer/trust.js';

/** At most `count` in `seconds`. The span starts with its first request. */
export interface Rate {
  readonly count: number;
  readonly seconds: number;
}

/** Requests that are counted together. A request is refused if any budget of its class is spent. */
export interface LimitClass {
  /** What is counted, in the plural: the refusal says `Too many ${what}`. */
  readonly what: string;
  /** The budgets of an account. */
  readonly account: readonly Rate[];
  /** The budgets of one address; wider networks have the multiples in `BREADTH`. */
  readonly network: readonly Rate[];
  /** Whether new accounts have smaller budgets. */
  readonly grows?: boolean;
  /** Whether all nodes share one count. Otherwise each node counts for itself. */
  readonly shared?: boolean;
}

const perMinute = (count: number): Rate => ({ count, seconds: 60 });
const perHour = (count: number): Rate => ({ count, seconds: 3_600 });
const perDay = (count: number): Rate => ({ count, seconds: 86_400 });

/** A budget is several times what a hurried person needs, and stops a program without pauses. */
export const LIMIT_CLASSES = {
  reads: { what: 'requests', account: [perMinute(1_200)], network: [perMinute(3_000)] },
  /** A response may be 256 KiB and uncached. Clients without a socket poll a few times a minute. */
  events: { what: 'event requests', account: [perMinute(120)], network: [perMinute(600)] },
  /** Each export reads everything that is stored about a user. */
  exports: { what: 'exports of your data', account: [perHour(10)], network: [perHour(60)] },
  'sign-in': {
    what: 'sign-ins',
    account: [],
    network: [{ count: 25, seconds: 300 }, perHour(150)],
    shared: true,
  },
  /**
   * Counted by login and network together, so that nobody can lock out an owner in another network.
   */
  passwords: {
    what: 'wrong passwords for this login',
    account: [],
    network: [{ count: 10, seconds: 900 }],
    shared: true,
  },
  /**
   * Counted by account and network like passwords, and also by account, because there are only a
   * million codes. Recovery codes are counted by account and network only.
   */
  codes: {
    what: 'wrong codes for this account',
    account: [perHour(30), perDay(100)],
    network: [{ count: 10, seconds: 900 }],
    shared: true,
  },
  /** Opening a page may start a sign-in, and many readers may share one address. */
  providers: {
    what: 'sign-ins by a provider',
    account: [],
    network: [perMinute(120), perHour(1_800)],
  },
  links: {
    what: 'link requests',
    account: [],
    network: [perHour(30), perDay(90)],
    shared: true,
  },
  /**
   * Counted by e-mail address, with or without an account. The budget of a network is small, so a
   * stranger cannot use up the links of the owner. The budget of all networks together is several
   * times as large, and stops a flood of mail to one mailbox.
   */
  mails: {
    what: 'links for this address',
    account: [perHour(30), perDay(100)],
    network: [perHour(6), perDay(20)],
    shared: true,
  },
  proofs: {
    what: 'opened links',
    account: [],
    network: [perMinute(30), perHour(200)],
    shared: true,
  },
  bounces: { what: 'bounce reports', account: [], network: [perMinute(600)] },
  registration: {
    what: 'registrations',
    account: [],
    network: [perHour(20), perDay(60)],
    shared: true,
  },
  /** Low, because creating a guest takes a minute, and moderators must read what guests write. */
  guests: {
    what: 'guest sessions',
    account: [],
    network: [perHour(10), perDay(30)],
    shared: true,
  },
  sessions: {
    what: 'session refreshes',
    account: [perMinute(60)],
    network: [perMinute(300)],
  },
  account: {
    what: 'account changes',
    account: [perMinute(30), perHour(200)],
    network: [perMinute(120)],
  },
  comments: {
    what: 'comments',
    account: [perMinute(30), perHour(300)],
    network: [perMinute(60), perHour(900)],
    grows: true,
  },
  edits: {
    what: 'edits and deletions',
    account: [perMinute(60), perHour(600)],
    network: [perMinute(120)],
    grows: true,
  },
  votes: {
    what: 'votes',
    account: [perMinute(120), perHour(1_200)],
    network: [perMinute(240)],
    grows: true,
  },
  reports: {
    what: 'reports',
    account: [perHour(60)],
    network: [perHour(120)],
    grows: true,
  },
  notices: { what: 'notices', account: [], network: [perMinute(20)] },
  previews: { what: 'previews', account: [perMinute(60)], network: [perMinute(180)] },
  'read-state': {
    what: 'read-position updates',
    account: [perMinute(120)],
    network: [perMinute(600)],
  },
  posts: {
    what: 'post changes',
    account: [perHour(60)],
    network: [perHour(240)],
    grows: true,
  },
  moderation: {
    what: 'moderation actions',
    account: [perMinute(120)],
    network: [perMinute(120)],
  },
  /** Opening a socket costs several times as much as refusing it. */
  'live-connections': { what: 'connections', account: [], network: [perMinute(150)] },
  /** A subscription may read a whole event log. Fifty reconnecting sockets send a few each. */
  'live-messages': { what: 'messages', account: [], network: [perMinute(600)] },
  bulk: { what: 'bulk decisions', account: [perHour(20)], network: [perHour(20)] },
} as const satisfies Record<string, LimitClass>;

export type LimitName = keyof typeof LIMIT_CLASSES;

/** The share of a growing budget, by trust level. In every budget, staff have the share of 3. */
export const SHARE: Readonly<Record<Trust, number>> = { 0: 1 / 3, 1: 2 / 3, 2: 1, 3: 5 };

/** One session's share of its account's budget: one faulty device must not block the others. */
export const SESSION_SHARE = 3 / 4;
