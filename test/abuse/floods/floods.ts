import { WORST } from '../texts.js';
import { LIVE_PATH } from '../../chaos/fanout/raw-socket.js';
import type { Person } from '../../chaos/site.js';
import type { Ground } from './ground.js';
import { type Volume, WORD } from './volume.js';

type What = Volume['what'];

export interface Flood {
  name: string;
  connections: number;
  /** @param addresses of one network; a text makes each request name one of them */
  make(ground: Ground, addresses: readonly string[]): What;
}

const CONNECTIONS = 24;
/** The address of bare requests. */
const ELSEWHERE = ['192.0.2.1'];
/** Several times the number that one address may open. */
const SOCKETS = 240;

interface Asked {
  method: string;
  path: string;
  by?: Person;
  headers?: string;
  body?: object;
}

/** @param from the client address that the proxy in front of the service reports */
function textOf({ method, path, by, headers = '', body }: Asked, from: string): string {
  const payload = body === undefined ? '' : JSON.stringify(body);
  const token = by ? `authorization: Bearer ${by.token}\r\n` : '';
  const type = body === undefined ? '' : 'content-type: application/json\r\n';
  const length = `content-length: ${Buffer.byteLength(payload)}\r\n`;
  const head = `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: ${from}\r\n`;
  return `${head}${token}${type}${headers}${body === undefined ? '' : length}\r\n${payload}`;
}

/** Requests that use the addresses in turn. */
function requests(name: string, ask: (ground: Ground, nth: number) => Asked): Flood {
  return {
    name,
    connections: CONNECTIONS,
    make: (ground, addresses) => ({
      kind: 'requests',
      texts: addresses.map((from, nth) => textOf(ask(ground, nth), from)),
    }),
  };
}

const api = (path: string) => `/api/v1/${path}`;
const PROSE = 'A sentence that somebody might have written about this review. '.repeat(8);

const bySignIn = (name: string, login: (ground: Ground) => string) =>
  requests(name, (ground) => ({
    method: 'POST',
    path: api('auth/login'),
    body: { login: login(ground), password: `guess ${WORD}` },
  }));

const byAttackers = (name: string, ask: (ground: Ground, nth: number, by: Person) => Asked) =>
  requests(name, (ground, nth) => {
    const by = ground.attackers[nth % ground.attackers.length];
    return { ...ask(ground, nth, by), by };
  });

/** What a network can send repeatedly. */
export const FLOODS: readonly Flood[] = [
  bySignIn('sign-in-one', ({ victim }) => victim.username),
  bySignIn('sign-in-many', () => `somebody-${WORD}`),
  requests('registration', () => ({
    method: 'POST',
    path: api('auth/register'),
    body: {
      email: `${WORD}@example.org`,
      username: `some-${WORD}`,
      password: `a long sentence ${WORD}`,
    },
  })),
  byAttackers('comments', ({ postId }) => ({
    method: 'POST',
    path: api(`posts/${postId}/comments`),
    body: { body: `${WORD} ${PROSE}` },
  })),
  byAttackers('edits', ({ comments, attackers, own }, nth) => ({
    method: 'PATCH',
    path: api(`comments/${own[nth % attackers.length]}`),
    headers: `if-match: "${1 + (Math.floor(nth / attackers.length) % comments.length)}"\r\n`,
    body: { body: `${WORD} ${PROSE}` },
  })),
  byAttackers('votes', ({ comments }, nth) => ({
    method: 'PUT',
    path: api(`comments/${comments[nth % comments.length]}/vote`),
    body: { value: nth % 2 ? 1 : -1 },
  })),
  byAttackers('reports', ({ comments }, nth) => ({
    method: 'POST',
    path: api(`comments/${comments[nth % comments.length]}/flags`),
    body: { reason: 'other', detail: `${WORD} ${PROSE}` },
  })),
  requests('notices', ({ comments }, nth) => ({
    method: 'POST',
    path: api('notices'),
    body: {
      url: comments[nth % comments.length],
      category: 'other',
      explanation: `${WORD} ${PROSE}`,
      name: 'Somebody',
      email: `${WORD}@example.org`,
      goodFaith: true,
    },
  })),
  byAttackers('previews', (_, nth) => ({
    method: 'POST',
    path: api('previews'),
    body: { body: nth % 2 ? WORST.rows : WORST.lists },
  })),
  byAttackers('posts', ({ origin }) => ({
    method: 'POST',
    path: api('posts/by-page'),
    body: { url: `${origin}/page-${WORD}`, title: `Page ${WORD}` },
  })),
  {
    name: 'connect',
    connections: CONNECTIONS,
    make: ({ attackers }) => ({
      kind: 'joins',
      path: LIVE_PATH,
      tokens: [null, 'a.b.c', attackers[0].token],
    }),
  },
  {
    name: 'subscribe',
    connections: SOCKETS,
    make: ({ postId, page }) => ({ kind: 'subscriptions', postIds: [postId, page.postId] }),
  },
  {
    name: 'unread',
    connections: CONNECTIONS,
    make: ({ postId, page }, addresses) => ({
      kind: 'unread',
      texts: addresses.map((from, nth) => {
        const path = nth % 2 ? page.path : api(`posts/${postId}/events?limit=500`);
        return textOf({ method: 'GET', path }, from);
      }),
    }),
  },
];

/**
 * The cost of a bare refusal, with the same generator and the same use of connections: requests for
 * a path that does not exist.
 */
export function bareOf(flood: Flood, ground: Ground): Pick<Volume, 'what' | 'connections'> {
  const { kind } = flood.make(ground, ELSEWHERE);
  const path = '/nobody-serves-this';
  const texts = [textOf({ method: 'GET', path }, ELSEWHERE[0])];
  const connections = Math.min(flood.connections, CONNECTIONS);
  const opens = kind === 'joins' || kind === 'subscriptions';
  if (opens) return { what: { kind: 'joins', path, tokens: [null] }, connections };
  return { what: { kind: kind === 'unread' ? kind : 'requests', texts }, connections };
}
