import { DataSource } from 'typeorm';
import type { Pool, PoolClient } from 'pg';
import { dataSourceOptions } from '../../src/database/connection.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('a connection of the pool', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(database.connection, 2)).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('may be ended by the server while somebody has it, and ends nothing else', async () => {
    const pool = (dataSource.driver as unknown as { master: Pool }).master;
    const client: PoolClient = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const ended = new Promise((resolve) => client.once('end', () => resolve(null)));
    expect(client.listenerCount('error')).toBeGreaterThan(0);
    await database.query('select pg_terminate_backend($1)', [rows[0].pid]);
    await ended;
    client.release(true);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});
