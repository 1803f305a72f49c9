import { Eraser } from '../../src/privacy/eraser.js';
import { ErasureReplay } from '../../src/privacy/erasure-replay.js';
import { PARTS } from '../../src/privacy/parts.js';
import { findDrift } from '../support/counters.js';
import { backUp, restore } from '../support/erasures/backup.js';
import { ledgerPath } from '../support/erasures/ledger.js';
import { CANARY, findCanaries, newCanary, plant } from '../support/erasures/planting.js';
import { FULL } from '../support/full-form.js';
import { PASSWORD, type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

/** `ERASED=1000` erases so many. */
const PEOPLE = Number(process.env.ERASED ?? (FULL ? 100 : 12));
const PATIENCE_MS = 900_000;

/** Columns of texts whose values are words of ours, or are set by services alone, and so cannot hold what somebody wrote. */
const WORDS =
  /^(users\.(standing|language)|account_proofs\.(language|way)|canned_reasons\.|limit_counts\.|signals\.|notices\.|erasures\.|votes\.|posts\.|post_updates\.|subscriptions\.|notifications\.|notification_preferences\.|imported_addresses\.|decisions\.|bulk_jobs\.(action|reason|rule|rest)|comment_flags\.(reason|state)|user_flags\.(reason|state)|comments\.(removed_by|removal_reason|foreign_id|quotes)|statements\.language|users\.username)/;

describe('an erasure', () => {
  const ledger = ledgerPath();
  const site = useSite({
    people: { editor: 'admin', other: 'member' },
    env: { ERASURE_LEDGER: ledger },
  });
  const people: (Person & { canary: string })[] = [];
  let post: string;
  let answered: string[];

  beforeAll(async () => {
    ({ id: post } = await createPost(site.app, site.editor));
    await say(site.app, site.other, post, 'Somebody else');
    answered = [];
    for (let count = 0; count < PEOPLE; count++) await join(count);
  }, PATIENCE_MS);

  /** Somebody with a text in every column that may hold one; each second one leaves what is published. */
  const join = async (count: number) => {
    const canary = newCanary();
    const person = await register(site.app);
    people.push({ ...person, canary });
    const removes = count % 2 === 0;
    const said = await say(site.app, person, post, removes ? `I said ${canary}` : 'I said');
    answered.push((await say(site.app, site.other, post, 'I answer', said.id)).id);
    const held = await say(site.app, person, post, `This is held: ${canary}`);
    await site.app.request
      .post(`/api/v1/moderation/comments/${held.id}/decisions`)
      .set(site.editor.auth)
      .send({ action: 'remove', reason: 'spam', note: canary, version: 1 })
      .expect(201);
    await site.app.request
      .delete('/api/v1/users/me')
      .set(person.auth)
      .send({ comments: removes ? 'remove' : 'anonymise', current: PASSWORD })
      .expect(202);
    await plant(site.database, person, { canary, commentId: held.id, otherId: site.other.id });
  };

  it('is tried with a text in every column that may hold one', async () => {
    const found = (await findCanaries(site.database)).map((row) => row.split(':')[0]);
    const tables = await site.database.query<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
         and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'bytea'::regtype, 'text[]'::regtype)
         and col_description(c.oid, a.attnum) <> 'personal: none'`,
    );
    const parts = Object.assign({}, ...Object.values(PARTS)) as (typeof PARTS)[string];
    const missing: string[] = [];
    for (const { table, column } of tables) {
      const name = `${table}.${column}`;
      if (WORDS.test(name)) continue;
      const rows = await site.database.query(
        `select 1 from ${table} t where t.${column}::text ~ $1 limit 1`,
        [CANARY],
      );
      if (rows.length === 0) missing.push(name);
    }
    expect(Object.keys(parts).length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
    expect(found).toContain('users');
  });

  it(
    'leaves nothing of anybody, also where it was killed, while others write',
    async () => {
      await backUp(site.database);
      const eraser = site.app.app.get(Eraser, { strict: false });
      await site.database.query('update erasures set due_at = now()');
      // One that was killed in its middle begins anew.
      let looks = 0;
      const killed = {
        throwIfAborted: () => {
          if (++looks > 20) throw new Error('killed');
        },
      } as unknown as AbortSignal;
      await expect(eraser.carryOut(people[0].id, killed)).rejects.toThrow('killed');

      let erasing = true;
      const writing = (async () => {
        for (let n = 0; erasing; n++)
          await say(site.app, site.other, post, `Meanwhile ${n}`, answered[n % answered.length]);
      })();
      await site.database.query('update graphile_worker._private_jobs set run_at = now()');
      await until(
        'all erasures to end',
        async () => {
          const [{ left }] = await site.database.query<{ left: number }>(
            'select count(*)::integer as left from erasures',
          );
          return left === 0;
        },
        50,
      ).finally(() => (erasing = false));
      await writing;
      await site.database.query('alter schema backup rename to backup_of_test');
      expect(await findCanaries(site.database)).toEqual([]);
      expect(await findDrift(site.database)).toEqual([]);
      const left = await site.database.query<{ count: number }>(
        `select count(*)::integer as count from comments where post_id = $1 and author_id = $2 and status = 'published'`,
        [post, site.other.id],
      );
      expect(left[0].count).toBeGreaterThan(PEOPLE);
    },
    PATIENCE_MS,
  );

  it(
    'is done again after the restore of a backup, before the service serves',
    async () => {
      await site.database.query('alter schema backup_of_test rename to backup');
      await site.app.close();
      await restore(site.database);
      expect(await findCanaries(site.database)).not.toEqual([]);
      const again = await site.start();
      await again.app.get(ErasureReplay, { strict: false }).ensure();
      expect(await findCanaries(site.database)).toEqual([]);
      expect(await findDrift(site.database)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
