import { jest } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, Server as NetServer, type Socket } from 'node:net';
import { cutStalledReaders, type Patience } from './stalled-readers.js';

const HOUR = 3_600_000;
/** More bytes than the buffers of a network hold. */
const MUCH = Buffer.alloc(30 * 1_024 * 1_024);
const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
const SMALL = 'GET /small HTTP/1.1\r\nHost: localhost\r\n\r\n';
const UPGRADE = 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n';

describe('readers', () => {
  let server: Server;
  const clients: Socket[] = [];
  afterEach(async () => {
    jest.restoreAllMocks();
    for (const client of clients.splice(0)) client.destroy();
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  async function start(patience: Partial<Patience>): Promise<void> {
    server = createServer((request, response) => {
      response.end(request.url === '/small' ? 'small' : MUCH);
    });
    server.on('upgrade', (_, socket) => {
      socket.on('error', () => undefined);
      socket.write(MUCH);
    });
    cutStalledReaders(server, { stalledMs: 200, mostBytes: 1e12, everyMs: 20, ...patience });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }

  /** @returns both ends of a connection; the client's end is never read */
  async function open(bytes: string): Promise<{ client: Socket; served: Socket }> {
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    clients.push(client);
    client.on('error', () => undefined).pause();
    client.write(bytes);
    const [served] = (await once(server, 'connection')) as [Socket];
    return { client, served };
  }

  it.each([
    ['an answer', GET],
    ['what an upgraded connection brings', UPGRADE],
  ])('who take nothing of %s are cut', async (_, bytes) => {
    await start({});
    const { served } = await open(bytes);
    await once(served, 'close');
    expect(served.bytesRead).toBe(bytes.length);
  });

  it('who take nothing are cut, however much they say', async () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    await start({});
    const { client, served } = await open(UPGRADE);
    const closed = once(served, 'close');
    const talking = setInterval(() => client.write('more'), 10);
    while (served.bytesRead <= UPGRADE.length && !served.destroyed) await new Promise(setImmediate);
    clock.mockRestore();
    await closed;
    clearInterval(talking);
    expect(served.bytesRead).toBeGreaterThan(UPGRADE.length);
  });

  it('are watched once, however often their connection offers another protocol', async () => {
    await start({});
    const { served } = await open(SMALL);
    const watching = new NetServer();
    cutStalledReaders(watching);
    const listeners = served.listenerCount('close');
    for (let count = 0; count < 20; count++) watching.emit('connection', served);
    expect(served.listenerCount('close')).toBe(listeners + 1);
    watching.emit('close');
  });

  it('who are slow get everything', async () => {
    let now = performance.now();
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    await start({ stalledMs: 2_000 });
    const { client, served } = await open(GET);
    let got = 0;
    client.on('data', (chunk: Buffer) => {
      got += chunk.length;
      // The whole transfer takes longer than the stall limit, but no single chunk does.
      now += 10;
      client.pause();
    });
    const reading = setInterval(() => client.resume(), 1);
    while (got < MUCH.length) {
      expect(served.destroyed).toBe(false);
      await new Promise(setImmediate);
    }
    clearInterval(reading);
  });

  it('who wait for nothing are not asked', async () => {
    await start({});
    const idle = await open(SMALL);
    const stalled = await open(GET);
    await once(stalled.served, 'close');
    expect(idle.served.destroyed).toBe(false);
    const answered = once(idle.client, 'data');
    idle.client.resume();
    await answered;
    idle.client.write(SMALL);
    expect(String((await once(idle.client, 'data'))[0])).toContain('small');
  });

  it('who take nothing are cut at once when much waits for all, the first ones first', async () => {
    await start({ stalledMs: HOUR, mostBytes: 1.5 * MUCH.length });
    const first = await open(GET);
    const closed = once(first.served, 'close');
    const second = await open(GET);
    await closed;
    expect(second.served.destroyed).toBe(false);
  });
});
