import { Client } from 'pg';
import { outcomeOf } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { until } from '../support/until.js';

describe('accounts that somebody ignores', () => {
  const site = useSite();
  const call = (method: 'put' | 'delete', by: Person, username: string) =>
    site.app.request[method](`/api/v1/users/me/ignored/${username}`).set(by.auth);
  const list = async (by: Person, query: object = {}) =>
    (await site.app.request.get('/api/v1/users/me/ignored').set(by.auth).query(query).expect(200))
      .body;

  it('are listed to nobody else, and no more when they are read again', async () => {
    const [anna, ben, carl] = await Promise.all([1, 2, 3].map(() => register(site.app)));
    const { body } = await call('put', anna, ben.username.toUpperCase()).expect(200);
    expect(body).toMatchObject({ id: ben.id, username: ben.username });
    await call('put', anna, ben.username).expect(200);
    await call('put', anna, carl.username).expect(200);
    const first = await list(anna, { limit: 1 });
    const rest = await list(anna, { limit: 1, cursor: first.nextCursor });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
      [ben.id, carl.id].toSorted().toReversed(),
    );
    expect((await list(ben)).items).toEqual([]);
    await call('delete', anna, carl.username).expect(204);
    await call('delete', anna, carl.username).expect(204);
    expect((await list(anna)).items.map(({ id }: { id: string }) => id)).toEqual([ben.id]);
  });

  it('are others, and there', async () => {
    const anna = await register(site.app);
    expect(outcomeOf(await call('put', anna, anna.username))).toBe('409 cannot-ignore-yourself');
    expect(outcomeOf(await call('put', anna, 'nobody-at-all'))).toBe('404 user-not-found');
    for (const name of ['a', 'nobody-at-all']) await call('delete', anna, name).expect(204);
  });

  it('are told apart from nobody when they are banned, and are read again all the same', async () => {
    const [anna, ben] = await Promise.all([1, 2].map(() => register(site.app)));
    const ban = () =>
      site.database.query(`update users set standing = 'banned' where id = $1`, [ben.id]);
    await ban();
    expect(outcomeOf(await call('put', anna, ben.username))).toBe('404 user-not-found');
    await site.database.query(`update users set standing = 'active' where id = $1`, [ben.id]);
    await call('put', anna, ben.username).expect(200);
    await ban();
    await call('delete', anna, ben.username).expect(204);
    expect((await list(anna)).items).toEqual([]);
  });

  it('are a thousand at most', async () => {
    const [anna, ben] = await Promise.all([1, 2].map(() => register(site.app)));
    await site.database.query(
      `with others as (
         insert into users (id, kind, display_name)
         select gen_random_uuid(), 'imported', 'Somebody' from generate_series(1, 1000) returning id
       )
       insert into ignored_users (user_id, ignored_id) select $1, id from others`,
      [anna.id],
    );
    expect(outcomeOf(await call('put', anna, ben.username))).toBe('409 too-many-ignored');
  });

  it('are a thousand at most also where one is added while another one is', async () => {
    const [anna, ben, carl] = await Promise.all([1, 2, 3].map(() => register(site.app)));
    await site.database.query(
      `insert into ignored_users (user_id, ignored_id)
       select $1, id from users where kind = 'imported' limit 999`,
      [anna.id],
    );
    const other = new Client(site.database.connection);
    await other.connect();
    try {
      await other.query('begin');
      await other.query('select from users where id = $1 for no key update', [anna.id]);
      await other.query('insert into ignored_users (user_id, ignored_id) values ($1, $2)', [
        anna.id,
        ben.id,
      ]);
      let answered = false;
      const answer = call('put', anna, carl.username).then((one) => {
        answered = true;
        return one;
      });
      await until('the request to wait', async () => {
        const waits = await site.database.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return answered || waits.length > 0;
      });
      await other.query('commit');
      expect(outcomeOf(await answer)).toBe('409 too-many-ignored');
    } finally {
      await other.end();
    }
  });
});
