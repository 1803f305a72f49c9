import type { Trust } from '../../users/viewer/trust.js';

/** So many in so many seconds, counted from the first one. */
export interface Rate {
  readonly count: number;
  readonly seconds: number;
}

/** What is counted together. Every budget of a class is asked, and one that is spent refuses. */
export interface LimitClass {
  /** What is counted, in the plural, as a refusal names it. */
  readonly what: string;
  /** Of an account that is known. */
  readonly account: readonly Rate[];
  /** Of one address; wider networks have the multiples of `BREADTH`. */
  readonly network: readonly Rate[];
  /** Whether accounts have less while they are new. */
  readonly grows?: boolean;
  /** Whether all nodes count together, and not each for itself. */
  readonly shared?: boolean;
}

const perMinute = (count: number): Rate => ({ count, seconds: 60 });
const perHour = (count: number): Rate => ({ count, seconds: 3_600 });
const perDay = (count: number): Rate => ({ count, seconds: 86_400 });

/** What a person does in a hurry fits in it many times; what a program does without pause does not. */
export const LIMIT_CLASSES = {
  reads: { what: 'requests', account: [perMinute(1_200)], network: [perMinute(3_000)] },
  /** An answer may be a quarter of a mebibyte that nobody has made before. Clients without a socket ask a few times a minute. */
  events: { what: 'requests for events', account: [perMinute(120)], network: [perMinute(600)] },
  /** Each reads all that is kept about somebody. */
  exports: { what: 'exports of your data', account: [perHour(10)], network: [perHour(60)] },
  'sign-in': {
    what: 'sign-ins',
    account: [],
    network: [{ count: 25, seconds: 300 }, perHour(150)],
    shared: true,
  },
  /** Of one login and one network together, so that nobody shuts out somebody who is elsewhere. */
  passwords: {
    what: 'wrong passwords for this login',
    account: [],
    network: [{ count: 10, seconds: 900 }],
    shared: true,
  },
  /** As passwords are, and of one account wherever they come from: there are a million codes alone. Recovery codes are not counted so. */
  codes: {
    what: 'wrong codes for this account',
    account: [perHour(30), perDay(100)],
    network: [{ count: 10, seconds: 900 }],
    shared: true,
  },
  /** Each page that a reader opens may be one, and a whole house may read from one address. */
  providers: {
    what: 'sign-ins by another site',
    account: [],
    network: [perMinute(120), perHour(1_800)],
  },
  links: {
    what: 'requests for links',
    account: [],
    network: [perHour(30), perDay(90)],
    shared: true,
  },
  /**
   * Of one address of e-mail, whether or not it has an account. A network has few of them, so that a stranger keeps no
   * link from the owner; all networks together have several times as many, so that nobody's mailbox is flooded.
   */
  mails: {
    what: 'links for this address',
    account: [perHour(30), perDay(100)],
    network: [perHour(6), perDay(20)],
    shared: true,
  },
  proofs: {
    what: 'links that were opened',
    account: [],
    network: [perMinute(30), perHour(200)],
    shared: true,
  },
  bounces: { what: 'reports of bounces', account: [], network: [perMinute(600)] },
  registration: {
    what: 'registrations',
    account: [],
    network: [perHour(20), perDay(60)],
    shared: true,
  },
  /** A name is a minute's work, and what is written under it a moderator's. */
  guests: {
    what: 'names of guests',
    account: [],
    network: [perHour(10), perDay(30)],
    shared: true,
  },
  sessions: {
    what: 'renewals of sessions',
    account: [perMinute(60)],
    network: [perMinute(300)],
  },
  account: {
    what: 'changes of an account',
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
  'read-state': { what: 'reading marks', account: [perMinute(120)], network: [perMinute(600)] },
  posts: {
    what: 'changes of posts',
    account: [perHour(60)],
    network: [perHour(240)],
    grows: true,
  },
  moderation: {
    what: 'acts of moderation',
    account: [perMinute(120)],
    network: [perMinute(120)],
  },
  /** To open one costs several times what it costs to refuse it. */
  'live-connections': { what: 'connections', account: [], network: [perMinute(150)] },
  /** A subscription may read a whole log; fifty sockets that come back begin with one or a few each. */
  'live-messages': { what: 'messages', account: [], network: [perMinute(600)] },
  bulk: { what: 'decisions on many', account: [perHour(20)], network: [perHour(20)] },
} as const satisfies Record<string, LimitClass>;

export type LimitName = keyof typeof LIMIT_CLASSES;

/** What share of a budget that grows an account has, by its trust. Staff have more of every budget. */
export const SHARE: Readonly<Record<Trust, number>> = { 0: 1 / 3, 1: 2 / 3, 2: 1, 3: 5 };

/** One device that runs wild leaves something to the others of its account. */
export const SESSION_SHARE = 3 / 4;
