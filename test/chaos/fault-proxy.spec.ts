import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { until } from '../support/until.js';
import { CLEAR, FaultProxy } from './fault-proxy.js';

describe('the proxy of faults', () => {
  let echo: Server;
  let proxy: FaultProxy;
  let client: Socket;
  let heard: string;
  let closed: boolean;

  beforeEach(async () => {
    echo = createServer((socket) => {
      socket.on('error', () => undefined).on('data', (bytes) => socket.write(bytes));
    }).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    const { port } = echo.address() as AddressInfo;
    // The first target accepts no connections: like a load balancer, the proxy tries the next.
    proxy = await FaultProxy.open(() => [{ path: '/nowhere' }, { host: '127.0.0.1', port }]);
    await open();
    await say('hello');
  });

  afterEach(async () => {
    client.destroy();
    await proxy.close();
    echo.close();
  });

  async function open(): Promise<void> {
    heard = '';
    closed = false;
    const opened = connect(proxy.port, '127.0.0.1');
    client = opened;
    opened.on('data', (bytes) => (heard += bytes.toString()));
    // The previous connection may end only after this one has opened.
    opened.on('error', () => undefined).on('close', () => (closed ||= client === opened));
    await once(opened, 'connect');
  }

  async function say(word: string): Promise<void> {
    client.write(word);
    await until(`the echo of ${word}`, async () => heard.endsWith(word));
  }

  it('passes bytes in both directions, and ends', async () => {
    await say(' again');
    expect(heard).toBe('hello again');
    client.end();
    await until('the connection to end', async () => proxy.open === 0);
  });

  it('cuts one connection', async () => {
    expect(proxy.cut((open) => open - 1)).toBe(true);
    await until('the cut', async () => closed);
    expect(proxy.cut(() => 0)).toBe(false);
    await open();
    await say('back');
  });

  it('holds what is under way until the partition heals, in order', async () => {
    proxy.change({ kind: 'hold' });
    client.write(' one');
    client.write(' two');
    await passed();
    expect(heard).toBe('hello');
    proxy.change(CLEAR);
    await say(' three');
    expect(heard).toBe('hello one two three');
  });

  it('swallows half-open, tells nobody, and breaks what lost bytes when it heals', async () => {
    proxy.change({ kind: 'swallow' });
    client.write('lost');
    await passed();
    expect({ heard, closed }).toEqual({ heard: 'hello', closed: false });
    proxy.change(CLEAR);
    await until('the break', async () => closed);
    await open();
    await say('anew');
  });

  it('trickles and delays without a change of order', async () => {
    proxy.change({ kind: 'trickle', bytes: 1, everyMs: 1 });
    await say(' drop by drop');
    proxy.change({ kind: 'delay', ms: 5 });
    await say(' and late');
    expect(heard).toBe('hello drop by drop and late');
  });

  /** Waits for an echo on another connection; anything that passes has arrived by then. */
  async function passed(): Promise<void> {
    const { port } = echo.address() as AddressInfo;
    const other = connect(port, '127.0.0.1');
    other.write('?');
    await once(other, 'data');
    other.destroy();
  }
});
