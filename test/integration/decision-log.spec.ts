import { Client } from 'pg';
import { databaseFunctions } from '../../src/app/database-functions.js';
import { migrate } from '../../src/database/migrate.js';
import { made, passGrace, readStatements, undo } from '../support/decisions.js';
import { createLimitedRole } from '../support/limited-role.js';
import { decide, flag, outcomeOf } from '../support/moderation.js';
import { ADMIN } from '../support/people.js';
import { StatementRecorder } from '../support/recorded-statements.js';
import { useSite } from '../support/site.js';
import { createTestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';

interface Plan {
  Alias?: string;
  'Actual Rows': number;
  Plans?: Plan[];
}

/** The row counts of the plan nodes that read a table by this alias. */
function rowsOf(plan: Plan, alias: string): number[] {
  const own = plan.Alias === alias ? [plan['Actual Rows']] : [];
  return [...own, ...(plan.Plans ?? []).flatMap((part) => rowsOf(part, alias))];
}

describe('the log of decisions', () => {
  const site = useSite({ people: { editor: 'admin', staff: 'moderator', author: 'member' } });

  const removed = async (by = site.app) => {
    const { id } = await say(by, site.author, (await createPost(by, site.editor)).id, 'Said');
    const note = 'Not for everybody';
    const decision = { action: 'remove', reason: 'spam', note, version: 1 };
    return made(by, site.staff, `comments/${id}`, decision);
  };

  it('is changed by nobody, not even the owner of the database', async () => {
    const id = await removed();
    for (const change of [
      `update decisions set reason = 'other' where id = '${id}'`,
      `delete from decisions where id = '${id}'`,
      'truncate decisions cascade',
    ]) {
      await expect(site.database.query(change)).rejects.toThrow('append-only');
    }
    await undo(site.app, site.staff, id);
    const rows = await site.database.query(
      'select action from decisions where id = $1 or undoes = $1',
      [id],
    );
    expect(rows).toEqual([{ action: 'remove' }, { action: 'undo' }]);
  });

  it('stays whole when what it says in words is taken away', async () => {
    const id = await removed();
    await passGrace(site.database);
    await site.database.query('delete from decision_details where decision_id = $1', [id]);
    await site.database.query('delete from statements where decision_id = $1', [id]);
    const { body } = await site.app.request
      .get('/api/v1/moderation/log')
      .set(site.staff.auth)
      .expect(200);
    expect(body.items[0]).toMatchObject({ id, action: 'remove', reason: 'spam', note: null });
    expect(await readStatements(site.app, site.author)).not.toContainEqual(
      expect.objectContaining({ id }),
    );
  });

  it('is read no further than it is shown, of an account with many decisions', async () => {
    const { database, app, author, staff } = site;
    await database.query(
      `insert into decisions (id, subject, user_id, moderator_id, action)
       select gen_random_uuid(), 'user', $1, $2, 'note' from generate_series(1, 2000)`,
      [author.id, staff.id],
    );
    await database.query('analyze decisions');
    const recorder = new StatementRecorder();
    const { body } = await app.request
      .get(`/api/v1/moderation/users/${author.id}`)
      .set(staff.auth)
      .expect(200);
    recorder.stop();
    expect(body.decisions).toHaveLength(50);
    await database.query(`prepare shown as ${recorder.texts.get('decisions_on_user')}`);
    const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, format json) execute shown ('${author.id}', 50)`,
    );
    const read = ['d', 'later'].map((alias) => rowsOf(row['QUERY PLAN'][0].Plan, alias));
    expect(read.every((rows) => rows.length > 0)).toBe(true);
    expect(Math.max(...read.flat())).toBeLessThanOrEqual(50);
  });

  it('is kept so by a role that owns nothing, with which the service runs', async () => {
    const role = await createLimitedRole(site.database);
    try {
      await migrate(role.connection, databaseFunctions);
      const other = await createTestApp({ ...site.database, connection: role.connection }, ADMIN);
      const client = new Client(role.connection);
      try {
        const id = await removed(other);
        expect(outcomeOf(await undo(other, site.staff, id))).toBe('201');
        const post = (await createPost(other, site.editor)).id;
        const comment = await say(other, site.author, post, 'Said');
        expect(outcomeOf(await flag(other, site.staff, comment.id))).toBe('201');
        const approval = { action: 'approve', version: 1 };
        expect(
          outcomeOf(await decide(other, site.editor, `comments/${comment.id}`, approval)),
        ).toBe('201');
        await client.connect();
        for (const change of [
          `update decisions set reason = 'other'`,
          'delete from decisions',
          'truncate decisions',
          'alter table decisions disable trigger all',
          'drop trigger decisions_kept on decisions',
        ]) {
          await expect(client.query(change)).rejects.toThrow(/permission denied|must be owner/);
        }
      } finally {
        await client.end();
        await other.close();
      }
    } finally {
      await role.drop();
    }
  });
});
