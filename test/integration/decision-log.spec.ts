import { Client } from 'pg';
import { databaseFunctions } from '../../src/app/database-functions.js';
import { migrate } from '../../src/database/migrate.js';
import { made, passGrace, readStatements, undo } from '../support/decisions.js';
import { createLimitedRole } from '../support/limited-role.js';
import { decide, flag, outcomeOf } from '../support/moderation.js';
import { ADMIN, admin, moderator, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';

describe('the log of decisions', () => {
  let database: TestDatabase;
  let app: TestApp;
  let editor: Person;
  let staff: Person;
  let author: Person;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createTestApp(database, ADMIN);
    editor = await admin(app);
    staff = await moderator(app, editor);
    author = await register(app);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const removed = async (by = app) => {
    const { id } = await say(by, author, (await createPost(by, editor)).id, 'Said');
    const note = 'Not for everybody';
    const decision = { action: 'remove', reason: 'spam', note, version: 1 };
    return made(by, staff, `comments/${id}`, decision);
  };

  it('is changed by nobody, not even the owner of the database', async () => {
    const id = await removed();
    for (const change of [
      `update decisions set reason = 'other' where id = '${id}'`,
      `delete from decisions where id = '${id}'`,
      'truncate decisions cascade',
    ]) {
      await expect(database.query(change)).rejects.toThrow('append-only');
    }
    await undo(app, staff, id);
    const rows = await database.query('select action from decisions where id = $1 or undoes = $1', [
      id,
    ]);
    expect(rows).toEqual([{ action: 'remove' }, { action: 'undo' }]);
  });

  it('stays whole when what it says in words is taken away', async () => {
    const id = await removed();
    await passGrace(database);
    await database.query('delete from decision_details where decision_id = $1', [id]);
    await database.query('delete from statements where decision_id = $1', [id]);
    const { body } = await app.request.get('/api/v1/moderation/log').set(staff.auth).expect(200);
    expect(body.items[0]).toMatchObject({ id, action: 'remove', reason: 'spam', note: null });
    expect(await readStatements(app, author)).not.toContainEqual(expect.objectContaining({ id }));
  });

  it('is kept so by a role that owns nothing, with which the service runs', async () => {
    const role = await createLimitedRole(database);
    try {
      await migrate(role.connection, databaseFunctions);
      const other = await createTestApp({ ...database, connection: role.connection }, ADMIN);
      const client = new Client(role.connection);
      try {
        const id = await removed(other);
        expect(outcomeOf(await undo(other, staff, id))).toBe('201');
        const post = (await createPost(other, editor)).id;
        const comment = await say(other, author, post, 'Said');
        expect(outcomeOf(await flag(other, staff, comment.id))).toBe('201');
        const approval = { action: 'approve', version: 1 };
        expect(outcomeOf(await decide(other, editor, `comments/${comment.id}`, approval))).toBe(
          '201',
        );
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
