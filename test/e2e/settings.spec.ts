import { Settings } from '../../src/settings/settings.js';
import { admin, ADMIN, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost } from '../support/threads.js';
import { until } from '../support/until.js';

const PATH = '/api/v1/moderation/settings';

describe('the settings of the site', () => {
  let database: TestDatabase;
  let node: TestApp;
  let otherNode: TestApp;
  let editor: Person;
  beforeAll(async () => {
    database = await createTestDatabase();
    [node, otherNode] = [
      await createTestApp(database, ADMIN),
      await createTestApp(database, ADMIN),
    ];
    editor = await admin(node);
  });
  afterAll(async () => {
    await Promise.all([node.close(), otherNode.close()]);
    await database.drop();
  });

  const change = (app: TestApp, settings: object) =>
    app.request.patch(PATH).set(editor.auth).send(settings);
  const settingsOf = async (app: TestApp) => {
    const { body } = await app.request.get(PATH).set(editor.auth).expect(200);
    return body as Record<string, unknown>;
  };

  it('hold on the node that changes them before it answers, and on the others soon after', async () => {
    const post = await createPost(node, editor);
    const reader = await register(node);
    const write = (app: TestApp, body: string) =>
      app.request.post(`/api/v1/posts/${post.id}/comments`).set(reader.auth).send({ body });
    await write(otherNode, 'before').expect(201);
    await change(node, { holdFirstComments: 100 }).expect(200);
    await write(node, 'here').expect(202);
    await until('the other node', async () => {
      const { holdFirstComments } = await otherNode.app.get(Settings, { strict: false }).current();
      return holdFirstComments === 100;
    });
    await write(otherNode, 'there').expect(202);
    expect(await settingsOf(otherNode)).toEqual(await settingsOf(node));
  });

  it('are read once, however often they are asked for', async () => {
    const settings = node.app.get(Settings, { strict: false });
    await settings.current();
    await database.query('update site set hide_score = 99');
    expect((await settings.current()).hideScore).not.toBe(99);
    await change(node, { flagSensitivity: 'high' }).expect(200);
    expect(await settings.current()).toMatchObject({ flagSensitivity: 'high', hideScore: 99 });
  });

  it('are fixed by the environment where it says one', async () => {
    const fixed = await createTestApp(database, { ...ADMIN, HIDE_SCORE: '40' });
    try {
      expect(await settingsOf(fixed)).toMatchObject({ hideScore: 40 });
      const refused = await change(fixed, { hideScore: 20 }).expect(422);
      expect(refused.body.errors).toMatchObject([{ pointer: '/hideScore' }]);
      const changed = await change(fixed, { flagSensitivity: 'medium' }).expect(200);
      expect(changed.body).toMatchObject({ flagSensitivity: 'medium', hideScore: 40 });
    } finally {
      await fixed.close();
    }
  });
});
