import { connect } from 'node:net';
import { LIMIT_CLASSES } from '../../src/auth/limits/limit-classes.js';
import { FULL } from '../support/full-form.js';
import { useSite } from '../support/site.js';

const ASKED = FULL ? 10_000 : 500;
const CONNECTIONS = 4;
/** Pipelined requests per connection; the node cuts it at more than a hundred. */
const TOGETHER = 50;

const FIRST_LINE = /HTTP\/1\.1 (\d{3}) /g;
const FIRST_LETTERS = 'HTTP/1.1 200'.length;

/** A different address for each request. */
const spoofed = (nth: number) => `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}`;

describe.each([
  ['that stand before the address a trusted proxy has seen', '127.0.0.1', ', 203.0.113.9'],
  ['where no proxy is trusted', '', ''],
])('many requests to two nodes with addresses made up, %s', (_, proxies, seen) => {
  const site = useSite({ env: { RATE_LIMITS: 'on', TRUSTED_PROXIES: proxies }, nodes: 2 });

  /** @returns how many requests passed the rate limit, on each node */
  async function flood(line: string, bodyOf: (nth: number) => string): Promise<number[]> {
    let nth = 0;
    const take = () => {
      const texts: string[] = [];
      for (; texts.length < TOGETHER && nth < ASKED; nth++) {
        const body = bodyOf(nth);
        texts.push(
          `${line} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${spoofed(nth)}${seen}\r\n` +
            `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
        );
      }
      return texts;
    };
    const statuses = await Promise.all(
      Array.from({ length: CONNECTIONS }, async (_, at) => {
        const node = at % site.nodes.length;
        return { node, statuses: await pipeline(site.nodes[node].url, take) };
      }),
    );
    const all = statuses.flatMap((one) => one.statuses);
    expect(all).toHaveLength(ASKED);
    expect(new Set(all)).toEqual(new Set([401, 429]));
    return site.nodes.map(
      (_, at) =>
        statuses
          .filter(({ node }) => node === at)
          .flatMap((one) => one.statuses)
          .filter((status) => status !== 429).length,
    );
  }

  it('let as many sign-ins through as one address has on all nodes together', async () => {
    const [{ count }] = LIMIT_CLASSES['sign-in'].network;
    const passed = await flood('POST /api/v1/auth/login', (nth) =>
      JSON.stringify({ login: `nobody-${nth}`, password: 'a wrong guess' }),
    );
    const all = passed.reduce((sum, one) => sum + one);
    expect(all).toBeGreaterThanOrEqual(count);
    expect(all).toBeLessThanOrEqual(1.1 * count);
  }, 120_000);

  it('let as much else through as one address has on each node', async () => {
    const [{ count }] = LIMIT_CLASSES.posts.network;
    const passed = await flood('POST /api/v1/posts', () => '{}');
    for (const one of passed) {
      expect(one).toBeGreaterThanOrEqual(count);
      expect(one).toBeLessThanOrEqual(1.1 * count);
    }
  }, 120_000);
});

/** Sends all requests, pipelined. @returns the statuses of the answers */
async function pipeline(url: string, take: () => string[]): Promise<number[]> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const statuses: number[] = [];
  let waiting = 0;
  let rest = '';
  return new Promise((resolve, reject) => {
    const send = () => {
      const texts = take();
      waiting = texts.length;
      if (waiting > 0) socket.write(texts.join(''));
      else socket.end(() => resolve(statuses));
    };
    socket.setEncoding('latin1').on('error', reject).on('connect', send);
    socket.on('close', () => reject(new Error('The node cut the connection.')));
    socket.on('data', (text: string) => {
      rest += text;
      let read = 0;
      for (const { 0: line, 1: status, index } of rest.matchAll(FIRST_LINE)) {
        statuses.push(Number(status));
        waiting -= 1;
        read = index + line.length;
      }
      // The first line of the next answer may be incomplete.
      rest = rest.slice(read).slice(-FIRST_LETTERS);
      if (waiting === 0) send();
    });
  });
}
