import { BulkRunner } from '../../src/moderation/decisions/bulk-runner.js';
import { A_PIECE } from '../../src/moderation/bulk/bulk.repository.js';
import { ended, readJob } from '../support/bulk.js';
import { findDrift } from '../support/counters.js';
import { passGrace, readStatements, undo } from '../support/decisions.js';
import { inFull } from '../support/full-form.js';
import { decide, outcomeOf } from '../support/moderation.js';
import { type Person, register, signInAnew } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('a removal of all that somebody wrote', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', reader: 'member' },
    env: { RATE_LIMITS: 'off' },
  });
  let author: Person;
  let post: string;
  beforeEach(async () => {
    author = await register(site.app);
    post = (await createPost(site.app, site.editor)).id;
  });

  const write = async (count: number, by = author, parentId?: string) => {
    const written = [];
    for (let at = 0; at < count; at++)
      written.push(await say(site.app, by, post, `No ${at}`, parentId));
    return written;
  };
  const statuses = async () =>
    (
      await site.database.query<{ status: string; count: number }>(
        'select status, count(*)::integer as count from comments where post_id = $1 group by 1 order by 1',
        [post],
      )
    ).map(({ status, count }) => `${count} ${status}`);

  it('comes with a ban that takes the last days along, and stops with its undo', async () => {
    await write(3);
    await site.database.query(
      `update comments set id = overlay(id::text placing '01800000-0000' from 1 for 13)::uuid,
         root_id = overlay(id::text placing '01800000-0000' from 1 for 13)::uuid
       where id = (select id from comments where author_id = $1 order by id limit 1)`,
      [author.id],
    );
    const answer = await decide(site.app, site.staff, `users/${author.id}`, {
      action: 'ban',
      reason: 'spam',
      removeDays: 7,
    });
    expect(answer.body.removal).toMatchObject({ total: 2, state: 'running' });
    const { id } = answer.body.removal;
    expect(await ended(site.app, site.staff, id)).toMatchObject({ state: 'done', done: 2 });
    expect(await statuses()).toEqual(['1 published', '2 removed']);
    await passGrace(site.database);
    const anew = await signInAnew(site.app, author);
    const told = (await readStatements(site.app, anew)).map(({ action }) => action);
    expect(told).toEqual(['remove', 'remove', 'ban']);
    expect(await findDrift(site.database)).toEqual([]);

    const other = await register(site.app);
    await write(1, other);
    await site.app.app.get(BulkRunner).beforeApplicationShutdown();
    const ban = { action: 'ban', reason: 'spam', removeDays: 1 };
    const second = await decide(site.app, site.staff, `users/${other.id}`, ban);
    expect(outcomeOf(await undo(site.app, site.staff, second.body.decision.id))).toBe('201');
    site.app.app.get(BulkRunner).onApplicationBootstrap();
    expect(await readJob(site.app, site.staff, second.body.removal.id)).toMatchObject({
      state: 'cancelled',
      done: 0,
    });
  });

  inFull('comes with a ban, however much there is, and is selected piece by piece', async () => {
    const another = (await createPost(site.app, site.editor)).id;
    const { id: first } = await say(site.app, author, another, 'The first');
    // More than two pieces, from two posts.
    const count = 2 * A_PIECE + 7;
    await site.database.query('alter table comments disable trigger user');
    const [{ names, copied }] = await site.database.query<{ names: string; copied: string }>(
      `select string_agg(column_name, ', ') as names, string_agg('copy.' || column_name, ', ') as copied
       from information_schema.columns where table_name = 'comments' and is_generated = 'NEVER'`,
    );
    await site.database.query(
      `insert into comments (${names})
       select ${copied} from comments c
         cross join lateral (
           select nth, overlay(gen_random_uuid()::text placing left(c.id::text, 15) from 1 for 15)::uuid as id
           from generate_series(1, $3) nth) made
         cross join lateral jsonb_populate_record(c, jsonb_build_object(
           'id', made.id, 'root_id', made.id, 'post_id', case when nth % 3 = 0 then $2 else c.post_id end)) copy
       where c.id = $1`,
      [first, post, count - 1],
    );
    await site.database.query('alter table comments enable trigger user');
    await site.app.app.get(BulkRunner).beforeApplicationShutdown();
    const { body } = await decide(site.app, site.staff, `users/${author.id}`, {
      action: 'ban',
      reason: 'spam',
      removeDays: 1,
    });
    expect(body).toMatchObject({
      user: { standing: 'banned' },
      removal: { total: A_PIECE, state: 'running' },
    });
    // As if the first two pieces had been decided already.
    const decided = () =>
      site.database.query(
        `with decided as (update bulk_items set outcome = 'done' where job_id = $1 and place <= $2 returning 1)
         update bulk_jobs set done = (select count(*) from decided) where id = $1`,
        [body.removal.id, 2 * A_PIECE],
      );
    await decided();
    site.app.app.get(BulkRunner).onApplicationBootstrap();
    await until('the second piece', async () => {
      const job = await readJob(site.app, site.staff, body.removal.id);
      return job.total === 2 * A_PIECE;
    });
    await site.app.app.get(BulkRunner).beforeApplicationShutdown();
    await decided();
    site.app.app.get(BulkRunner).onApplicationBootstrap();
    const job = await ended(site.app, site.staff, body.removal.id);
    expect(job).toMatchObject({ state: 'done', total: count });
    const [selected] = await site.database.query(
      `select count(*)::integer as items, count(distinct comment_id)::integer as comments,
         max(place) as places from bulk_items where job_id = $1`,
      [job.id],
    );
    expect(selected).toEqual({ items: count, comments: count, places: count });
  });
});
