import { Client } from 'pg';
import type { Signal } from '../../src/events/signal-log.repository.js';
import { SignalTail } from '../../src/events/signal-tail.js';
import { inFull } from '../support/full-form.js';
import { useSite } from '../support/site.js';
import { type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

describe('the tail of signals', () => {
  const site = useSite();

  it('hands each of a burst on once, also past the first read', async () => {
    const { signals } = site.app.app.get(SignalTail);
    const heard: number[] = [];
    signals.on('signal', ({ id }) => heard.push(id));
    const burst = await site.database.query<{ id: string }>(
      `insert into signals (type, user_id)
       select 'user.changed', gen_random_uuid() from generate_series(1, 2500) returning id`,
    );
    await until('all of them', async () => heard.length >= burst.length);
    expect(heard).toEqual(burst.map(({ id }) => Number(id)));
  });

  it('hands on what commits behind others, and nothing twice', async () => {
    const { signals } = site.app.app.get(SignalTail);
    const heard: string[] = [];
    const listen = ({ type, id }: Signal) => heard.push(`${type} ${id}`);
    signals.on('signal', listen);
    const signal = (type: string) => async (client: { query: TestDatabase['query'] }) =>
      `${type} ${(await client.query<{ id: string }>(`insert into signals (type, user_id) values ('${type}', gen_random_uuid()) returning id`))[0].id}`;
    const slow = await open();
    const broken = await open();
    try {
      const late = [await signal('user.banned')(slow), await signal('user.banned')(slow)];
      await signal('user.changed')(broken);
      const early = await signal('user.changed')(site.database);
      await broken.query('rollback');
      await until('the early one', async () => heard.length > 0);
      expect(heard).toEqual([early]);
      await slow.query('commit');
      await until('the late ones', async () => heard.length > 2);
      const last = await signal('user.changed')(site.database);
      await until('the last one', async () => heard.includes(last));
      expect(heard).toEqual([early, ...late, last]);
    } finally {
      signals.off('signal', listen);
      await slow.end();
      await broken.end();
    }
  });

  inFull('begins anew when the history is another one, whose numbers are lower', async () => {
    const { signals } = site.app.app.get(SignalTail);
    const heard: number[] = [];
    const listen = ({ id }: Signal) => heard.push(id);
    signals.on('signal', listen);
    await site.database.query('delete from signals');
    await site.database.query('alter sequence signals_id_seq restart with 1');
    await site.database.query('update site set epoch = gen_random_uuid()');
    await site.database.query(
      `insert into signals (type, user_id) values ('user.banned', gen_random_uuid())`,
    );
    await until('it', async () => heard.length > 0);
    expect(heard).toEqual([1]);
    signals.off('signal', listen);
  });

  inFull('reads nothing of the last minute again', async () => {
    const { signals } = site.app.app.get(SignalTail);
    let heard = 0;
    signals.on('signal', () => (heard += 1));
    await site.database.query(
      `insert into signals (type, user_id) select 'user.changed', gen_random_uuid() from generate_series(1, 3000)`,
    );
    await until('all of them', async () => heard === 3000);
    const read = async () => {
      const [{ count }] = await site.database.query<{ count: number }>(
        `select (idx_tup_fetch + seq_tup_read)::integer as count from pg_stat_user_tables where relname = 'signals'`,
      );
      return count;
    };
    const polls = async () => {
      const { text } = await site.app.request.get('/metrics');
      return Number(
        /colloquy_round_duration_seconds_count\{round="signals"\} (\d+)/.exec(text)![1],
      );
    };
    // A listening backend acknowledges signals about once a second; an idle one after ten.
    let before = -1;
    await until('the counts to settle', async () => before === (before = await read()), 12_000);
    const from = await polls();
    await until('more polls', async () => (await polls()) >= from + 10);
    expect((await read()) - before).toBeLessThan(3000);
  });

  /** Opens a transaction. */
  async function open() {
    const client = new Client(site.database.connection);
    await client.connect();
    await client.query('begin');
    return {
      query: async <Row>(text: string) => (await client.query(text)).rows as Row[],
      end: () => client.end(),
    };
  }
});
