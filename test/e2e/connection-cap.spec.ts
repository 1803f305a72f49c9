import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

const MOST = 512;

describe('the connections of one address', () => {
  let database: TestDatabase;
  let node: TestApp;
  const sockets: Socket[] = [];
  beforeAll(async () => (database = await createTestDatabase()));
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await node.close();
  });
  afterAll(() => database.drop());

  const open = async (): Promise<Socket> => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(node.url).port) });
    sockets.push(socket.on('error', () => undefined));
    await once(socket, 'connect');
    return socket;
  };
  const isAnswered = async (socket: Socket, offer = ''): Promise<boolean> => {
    socket.write(`GET /health/live HTTP/1.1\r\nHost: localhost\r\n${offer}\r\n`);
    const [first] = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    return String(first).startsWith('HTTP/1.1 200');
  };

  it('are bounded, and one that ends makes room for another', async () => {
    node = await createTestApp(database, { RATE_LIMITS: 'on' });
    const server: Server = node.app.getHttpServer();
    // Idle connections are cut after some seconds, which a slow machine needs to open so many.
    server.headersTimeout = 0;
    server.requestTimeout = 0;
    const held = await Promise.all(Array.from({ length: MOST }, open));
    expect(await isAnswered(held[MOST - 1])).toBe(true);
    expect(await isAnswered(await open())).toBe(false);
    held[0].destroy();
    // The node notices the close a moment later.
    await until('a place to be free', async () => isAnswered(await open()));
  });

  it('are each counted once, however often they offer another protocol', async () => {
    node = await createTestApp(database, { RATE_LIMITS: 'on' });
    const socket = await open();
    const offer = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\n';
    let answered = 0;
    while (answered < MOST && (await isAnswered(socket, offer))) answered += 1;
    expect(answered).toBe(MOST);
    expect(await isAnswered(await open())).toBe(true);
  });

  it('are not counted for a proxy, which speaks for many', async () => {
    node = await createTestApp(database, { RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.1' });
    await Promise.all(Array.from({ length: MOST }, open));
    expect(await isAnswered(await open())).toBe(true);
  });
});
