import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { awaitServer, retryWhileUnavailable } from '../../src/database/await-server.js';
import { withClient } from '../../src/database/connection.js';
import { FaultProxy, type Target } from '../chaos/fault-proxy.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the start on a given Postgres', () => {
  let database: TestDatabase;
  let door: FaultProxy;
  let target: Target;
  beforeAll(async () => {
    database = await createTestDatabase();
    door = await FaultProxy.open(() => [target]);
  });
  afterAll(async () => {
    await door.close();
    await database.drop();
  });

  const nobody = (): Target => ({ path: join(database.connection.host, 'nobody-listens-here') });
  const server = (): Target => ({
    path: join(database.connection.host, `.s.PGSQL.${database.connection.port}`),
  });
  const place = () => ({ ...database.connection, host: '127.0.0.1', port: door.port });

  it('waits for one that starts later, and says so once', async () => {
    target = nobody();
    const said: string[] = [];
    await awaitServer(place(), {
      say: (line) => {
        said.push(line);
        target = server();
      },
    });
    expect(said).toEqual([`Waiting for Postgres at 127.0.0.1:${door.port} ...`]);
  });

  it('gives up on one that never answers, and says what to look at', async () => {
    target = nobody();
    await expect(awaitServer(place(), { patienceMs: 1, say: () => undefined })).rejects.toThrow(
      /^Postgres at 127\.0\.0\.1:\d+ cannot be used: .+ Check DATABASE_URL\.$/,
    );
  });

  it('asks again where the server answers, and then takes long over a connection', async () => {
    // It accepts the connection but never answers.
    const mute = createServer();
    await once(mute.listen(0, '127.0.0.1'), 'listening');
    const { port } = mute.address() as AddressInfo;
    const slow = new Client({ host: '127.0.0.1', port, connectionTimeoutMillis: 50 });
    let attempts = 0;
    try {
      const found = await retryWhileUnavailable(async () => {
        attempts += 1;
        if (attempts === 1) await slow.connect();
        return withClient(database.connection, 'start', async () => attempts);
      });
      expect(found).toBe(2);
    } finally {
      mute.close();
    }
  });

  it.each([
    ['a wrong password', { password: 'wrong' }, /password authentication failed/],
    ['a database that is not there', { database: 'absent' }, /"absent" does not exist/],
  ])('does not wait where it is refused for good: %s', async (_, change, reason) => {
    target = server();
    const said: string[] = [];
    await expect(
      awaitServer({ ...place(), ...change }, { say: (line) => said.push(line) }),
    ).rejects.toThrow(reason);
    expect(said).toEqual([]);
  });
});
