import { maxHeaderSize } from 'node:http';
import { MAX_OF_ADDRESS } from '../../input/connections/connection-cap.js';
import { MAX_BODY_BYTES } from '../../input/json-body.js';
import { MOST_WAITING } from '../../input/connections/pipelining.js';
import { MAX_DEPTH, MAX_KEYS } from '../../input/request-gate.js';
import { PATIENCE } from '../../input/connections/stalled-readers.js';

/**
 * A limit that is not a budget of requests. It limits the number of open things, the number for one
 * owner, or a size.
 */
export interface Bound {
  readonly most: number;
  /** The unit of `most`, printed after the number. */
  readonly what: string;
  /** Whether `RATE_LIMITS=off` lifts it: true for limits of number, false for limits of size. */
  readonly lifted: boolean;
}

const number = (most: number, what: string): Bound => ({ most, what, lifted: true });
const size = (most: number, what: string): Bound => ({ most, what, lifted: false });

const KIB = 1_024;
const MIB = 1_024 * KIB;

/**
 * Every other limit by its name. Rooms take their limits from here. The limits of lower floors are
 * defined there and listed here.
 */
export const BOUNDS = {
  sockets: number(
    50,
    'open sockets of one address, on each node; wider networks have multiples, as above',
  ),
  connections: number(
    MAX_OF_ADDRESS,
    'open connections of one address, on each node, and multiples of a wider network; more are ended',
  ),
  messages: number(40, 'messages of a socket in a second; more are refused'),
  'packets of a connection': size(400, 'packets in a second, of whatever kind; then it is cut'),
  'refusals of a connection': size(
    100,
    'refused messages in a minute, a refused `CONNECT` or a nested message counting 20; then it is cut',
  ),
  subscriptions: size(20, 'posts that a socket follows'),
  frame: size(16 * KIB, 'bytes of a frame from a client'),
  notices: number(10, 'notices of a home line (/24 or /56) in an hour, counted in the database'),
  'notices of a day': number(30, 'notices of a home line in a day; a /48 is two home lines'),
  'slow mode': number(1, 'comment of an account on a post in the span that its moderators set'),
  'edit pace': number(10, 'edits of one comment in a minute'),
  'edits of a comment': size(100, 'edits of one comment in all'),
  'edits of a post': size(1_000, 'edits of one post in all'),
  'moved comments': size(
    200_000,
    'comments that go into another post at once: a merged post, or a branch; their writers wait meanwhile',
  ),
  sessions: size(100, 'sessions of an account; a further sign-in ends the oldest one'),
  passkeys: size(20, 'passkeys of an account'),
  'password queue': size(256, 'sign-ins that wait for their turn; networks take turns'),
  'long texts': size(
    200,
    'long texts that wait to be rendered: previews, comments, posts; networks take turns',
  ),
  'page fetches': size(20, 'pages of the host site that wait to be read'),
  'unverified pages': number(
    20,
    'posts that an account begins in a day for pages that could not be verified',
  ),
  headers: size(maxHeaderSize, 'bytes of a request’s headers'),
  body: size(MAX_BODY_BYTES, 'bytes of a request’s body'),
  depth: size(MAX_DEPTH, 'levels of a body’s JSON'),
  keys: size(MAX_KEYS, 'keys of an object of a body’s JSON'),
  'idempotency key': size(
    255,
    'characters of an `Idempotency-Key`; its answer is kept for 24 hours',
  ),
  pipeline: size(MOST_WAITING, 'requests that wait on one connection; then it is cut'),
  'unread answers': size(
    PATIENCE.mostBytes / MIB,
    'MiB that wait on a node for connections that read nothing; then they are cut',
  ),
} as const satisfies Record<string, Bound>;
