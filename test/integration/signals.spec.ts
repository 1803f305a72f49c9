import { once } from 'node:events';
import { SignalTail } from '../../src/events/signals.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the tail of signals', () => {
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createTestApp(database);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('hands each of a burst on once, also past the first read', async () => {
    const { signals } = app.app.get(SignalTail);
    const heard: number[] = [];
    signals.on('signal', ({ id }) => heard.push(id));
    const burst = await database.query<{ id: string }>(
      `insert into signals (type, user_id)
       select 'user.changed', gen_random_uuid() from generate_series(1, 2500) returning id`,
    );
    while (heard.length < burst.length) await once(signals, 'signal');
    // One more read goes over the same signals again.
    await database.query(
      `insert into signals (type, user_id) values ('user.banned', gen_random_uuid())`,
    );
    await once(signals, 'signal');
    expect(heard.slice(0, burst.length)).toEqual(burst.map(({ id }) => Number(id)));
    expect(heard).toHaveLength(burst.length + 1);
  });
});
