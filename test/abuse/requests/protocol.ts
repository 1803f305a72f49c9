import type { Asked } from '../ask.js';
import { type Attack, attack } from '../attack.js';
import type { Ground } from '../grounds.js';
import { manyBytes } from '../texts.js';

/** The maximum bytes of a request's headers, less those that a client adds. */
const HEAD = 15_500;
/** The maximum bytes of a body. */
const BODY = 256 * 1_024;

const filled = (piece: string, bytes = HEAD) => piece.repeat(Math.floor(bytes / piece.length));

/** A request that needs only a post. */
function odd(name: string, asked: (ground: Ground, port: number) => Asked): Attack {
  return attack(name, async (grounds) => {
    const ground = await grounds.wall();
    const { asker, node } = grounds.stage;
    return { send: () => asker.send(asked(ground, node.port)) };
  });
}

function body(name: string, text: string): Attack {
  return attack(name, async ({ stage }) => ({
    send: () =>
      stage.asker.send({
        method: 'POST',
        path: '/api/v1/previews',
        by: stage.writer(16),
        body: text,
      }),
  }));
}

const small = ({ postId }: Ground) => `/api/v1/posts/${postId}/comments?limit=1&depth=0`;

const keys = (count: number, value: string) =>
  `{${Array.from({ length: count }, (_, n) => `"k${n}":${value}`).join(',')}}`;

/** Input for the parsers of HTTP, URLs and JSON. */
export const protocol: readonly Attack[] = [
  body('json-largest-text', JSON.stringify({ body: manyBytes(60_000, BODY - 100) })),
  body('json-escapes', `{"body":"${filled('\\u0041', BODY - 100)}"}`),
  body('json-numbers', `[${filled('1,', BODY - 100)}1]`),
  body('json-numbers-in-field', `{"body":[${filled('1e9,', BODY - 100)}1]}`),
  body('json-objects', `{"body":[${filled('{},', BODY - 100)}{}]}`),
  body('json-deepest', filled('[', BODY / 2 - 10) + filled(']', BODY / 2 - 10)),
  body('json-deep-objects', filled('{"a":', BODY / 2) + '1' + '}'.repeat(Math.floor(BODY / 10))),
  body('json-deep-20', filled('{"body":', 8 * 20) + `"${filled('a', 200_000)}"` + '}'.repeat(20)),
  body('json-1000-keys', keys(1_000, `"${filled('a', 240)}"`)),
  body('json-20000-keys', keys(20_000, '0')),
  odd('query-keys', ({ postId }) => ({
    path: `/api/v1/posts/${postId}/comments?${Array.from({ length: 1_800 }, (_, n) => `k${n}=`).join('&')}`,
  })),
  odd('query-repeated', ({ postId }) => ({
    path: `/api/v1/posts/${postId}/comments?${filled('sort=best&', HEAD)}`,
  })),
  odd('query-escapes', ({ postId }) => ({
    path: `/api/v1/posts/${postId}/comments?cursor=${filled('%D1%8F')}`,
  })),
  odd('cursor', ({ postId }) => ({
    path: `/api/v1/posts/${postId}/comments?cursor=${Buffer.from(filled('[', 11_000)).toString('base64url')}`,
  })),
  odd('headers-many', (ground) => ({
    path: small(ground),
    headers: Object.fromEntries(Array.from({ length: 950 }, (_, n) => [`x${n}`, '1'])),
  })),
  odd('headers-large', (ground) => ({ path: small(ground), headers: { 'x-a': filled('a ') } })),
  odd('accept-encoding', (ground) => ({
    path: small(ground),
    headers: { 'accept-encoding': filled('gzip;q=0.1,br;q=0.2,') },
  })),
  odd('accept-language', (ground) => ({
    path: `/posts/${ground.slug}?sort=oldest`,
    headers: { 'accept-language': filled('lv-LV;q=0.1,') },
  })),
  odd('if-none-match', (ground) => ({
    path: small(ground),
    headers: { 'if-none-match': filled('W/"a",') },
  })),
  odd('range', (ground) => ({
    path: small(ground),
    headers: { range: `bytes=${filled('0-0,')}0-0` },
  })),
  odd('preflight', (ground, port) => ({
    method: 'OPTIONS',
    path: small(ground),
    headers: {
      origin: `http://127.0.0.1:${port}`,
      'access-control-request-method': 'GET',
      'access-control-request-headers': filled('x-a,'),
    },
  })),
  odd('forwarded', (ground) => ({
    path: small(ground),
    headers: { 'x-forwarded-for': filled('1.2.3.4,'), forwarded: 'for=1.2.3.4' },
  })),
  odd('token', (ground) => ({
    path: small(ground),
    headers: { authorization: `Bearer ${filled('a.')}` },
  })),
  odd('missing-path', () => ({ path: `/${filled('a')}` })),
  odd('missing-segments', () => ({ path: filled('/a') })),
  odd('missing-escapes', () => ({ path: `/api/v1/posts/${filled('%D1%8F')}` })),
];
