import { parseConnection } from '../../src/database/connection.js';
import { databaseFunctions } from '../../src/app/database-functions.js';
import { migrate } from '../../src/database/migrate.js';
import { Announcer } from '../../src/nodes/announcer.js';
import { Cluster } from '../chaos/cluster.js';
import { inFull } from '../support/full-form.js';
import { admin, ADMIN, type Person } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createPost, readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';

const DATABASE = 'standby';

describe('on a hot standby, the service', () => {
  let cluster: Cluster;
  let app: TestApp;
  let editor: Person;
  let post: string;

  beforeAll(async () => {
    cluster = await Cluster.start();
    await cluster.createDatabase(DATABASE, 'template0');
    const connection = parseConnection(cluster.directUrl(DATABASE));
    await migrate(connection, databaseFunctions);
    app = await createTestApp({ connection }, ADMIN);
    editor = await admin(app);
    post = (await createPost(app, editor)).id;
    await say(app, editor, post, 'Before the fall');
    await cluster.restartAsStandby();
  });
  afterAll(async () => {
    await app?.close();
    cluster?.remove();
  });

  const read = async () => (await app.request.get(`/api/v1/posts/${post}/comments`)).status;

  inFull('listens in vain over one connection at a time, and serves reads', async () => {
    await until('the standby to be read', async () => (await read()) === 200);
    const client = await cluster.client(DATABASE);
    const tried = new Set<number>();
    let most = 0;
    await until(
      'several attempts to listen',
      async () => {
        const { rows } = await client.query<{ pid: number }>(
          `select pid from pg_stat_activity where application_name like '%:listener'`,
        );
        for (const { pid } of rows) tried.add(pid);
        most = Math.max(most, rows.length);
        return tried.size >= 3;
      },
      1,
    );
    await client.end();
    // The previous connection may still be closing.
    expect(most).toBeLessThanOrEqual(2);
    expect((await readPage(app, post)).items).toHaveLength(1);
  });

  inFull('writes and hears again once it is promoted', async () => {
    await cluster.promote();
    const write = () =>
      app.request
        .post(`/api/v1/posts/${post}/comments`)
        .set(editor.auth)
        .send({ body: 'After the fall' });
    await until('a write', async () => (await write()).status === 201);
    const heard = new Set<string>();
    app.app.get(Announcer).local.on('posts', (ids) => ids.forEach((id) => heard.add(id)));
    await until('the listener to hear', async () => {
      await cluster.query(DATABASE, `select pg_notify('colloquy_posts', 'another-node ${post}')`);
      return heard.has(post);
    });
  });
});
