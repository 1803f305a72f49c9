import { spyOn } from 'jest-mock';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { BOUNDS } from '../../src/auth/limits/bounds.js';
import { LIMIT_CLASSES } from '../../src/auth/limits/limit-classes.js';
import { LiveSite } from '../support/live-site.js';
import { exchange } from '../support/raw-http.js';
import { untilFound } from '../support/until.js';

const handshake = (address: string) =>
  [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    'Host: localhost',
    `X-Forwarded-For: ${address}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n');

describe('what one network may ask of the sockets', () => {
  let site: LiveSite;
  beforeAll(async () => {
    site = await LiveSite.start(1, { RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.1' });
  });
  afterAll(() => site.stop());

  /** Stops the windows, however long it takes to use them up. */
  let clock: ReturnType<typeof stand>;
  const stand = () => spyOn(performance, 'now').mockReturnValue(performance.now());
  beforeEach(() => void (clock = stand()));
  afterEach(() => clock.mockRestore());

  /** @returns the socket, or the status that refused it */
  const open = async (address: string): Promise<WebSocket | number> => {
    const url = `${site.nodes[0].url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(url, { headers: { 'x-forwarded-for': address } });
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(socket)).once('error', reject);
      socket.once('unexpected-response', (_, { statusCode }) => resolve(statusCode!));
    });
  };
  const openAndClose = async (address: string): Promise<number> => {
    const socket = await open(address);
    if (typeof socket === 'number') return socket;
    socket.close();
    await once(socket, 'close');
    return 101;
  };
  const join = async (address: string): Promise<WebSocket> => {
    const socket = (await open(address)) as WebSocket;
    // That many answers may be awaited at once.
    socket.setMaxListeners(50);
    // The service cuts a peer that does not answer pings.
    socket.on('message', (packet) => {
      if ((packet as Buffer).toString() === '2') socket.send('3');
    });
    socket.send('40/live,');
    for (let text = ''; !text.startsWith('40/live');)
      text = String((await once(socket, 'message'))[0]);
    return socket;
  };
  const ask = async (socket: WebSocket, nth: number): Promise<object> => {
    const answer = new Promise<object>((resolve) => {
      const take = (message: unknown) => {
        const [, number, json] = /^43\/live,(\d+)(.*)$/s.exec(String(message)) ?? [];
        if (Number(number) !== nth) return;
        socket.off('message', take);
        resolve((JSON.parse(json) as [object])[0]);
      };
      socket.on('message', take);
    });
    socket.send(`42/live,${nth}["unsubscribe",{"postId":"x"}]`);
    return answer;
  };

  it('is to open so many of them in a minute, however soon it closes each', async () => {
    const [{ count }] = LIMIT_CLASSES['live-connections'].network;
    const opened = [];
    for (let nth = 0; nth <= count; nth++) opened.push(await openAndClose('198.51.100.7'));
    expect(opened.filter((status) => status === 101)).toHaveLength(count);
    expect(opened.at(-1)).toBe(429);
    const refused = await exchange(site.nodes[0].url, handshake('198.51.100.7'));
    expect(JSON.parse(refused.text)).toMatchObject({ status: 429, limit: 'live-connections' });
    expect(refused.headers).toMatchObject({
      'ratelimit-limit': String(count),
      'ratelimit-remaining': '0',
      'ratelimit-reset': refused.headers['retry-after'],
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(await openAndClose('198.51.100.8')).toBe(101);
  });

  it('is to hold so many open, of a /24 four times as many as of an address', async () => {
    const { most } = BOUNDS.sockets;
    const held: WebSocket[] = [];
    const hold = async (address: string, count: number) => {
      // The service cuts a peer that does not join within ten seconds; opening all may take longer.
      for (let nth = 0; nth < count; nth++) held.push(await join(address));
    };
    await hold('192.0.2.1', most);
    expect(await open('192.0.2.1')).toBe(429);
    for (const last of [2, 3, 4]) await hold(`192.0.2.${last}`, most);
    const refused = await exchange(site.nodes[0].url, handshake('192.0.2.5'));
    expect(JSON.parse(refused.text)).toMatchObject({ status: 429, limit: 'sockets' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    held[0].close();
    // The node notices the close a moment later.
    const again = await untilFound('a place to be free', async () => {
      const opened = await open('192.0.2.5');
      return opened === 429 ? null : opened;
    });
    for (const socket of [...held, again as WebSocket]) socket.close();
  });

  it('is to send so many messages in a minute, over however many of them', async () => {
    const [{ count }] = LIMIT_CLASSES['live-messages'].network;
    const each = 30;
    const answers: object[] = [];
    let last: WebSocket | null = null;
    for (let sent = 0; sent < count; sent += each) {
      last = await join('203.0.113.7');
      const socket = last;
      answers.push(
        ...(await Promise.all(Array.from({ length: each }, (_, nth) => ask(socket, nth)))),
      );
    }
    expect(answers).toEqual(Array(count).fill({ ok: true }));
    expect(await ask(last!, each)).toMatchObject({
      ok: false,
      problem: { type: '/problems/too-many-requests', status: 429, limit: 'live-messages' },
    });
    const closed = once(last!, 'close');
    // The fifth refusal closes the connection.
    for (let nth = 1; nth < 5; nth++)
      last!.send(`42/live,${each + nth}["unsubscribe",{"postId":"x"}]`);
    await closed;
    expect(await ask(await join('203.0.113.8'), 0)).toEqual({ ok: true });
  });
});
