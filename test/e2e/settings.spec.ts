import { Settings } from '../../src/settings/settings.js';
import { ADMIN, logIn, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import type { TestApp } from '../support/test-app.js';
import { createPost } from '../support/threads.js';
import { until } from '../support/until.js';

const PATH = '/api/v1/moderation/settings';

describe('the settings of the site', () => {
  const site = useSite({ people: { editor: 'admin' }, nodes: 2 });

  const change = (app: TestApp, settings: object) =>
    app.request.patch(PATH).set(site.editor.auth).send(settings);
  const settingsOf = async (app: TestApp) => {
    const { body } = await app.request.get(PATH).set(site.editor.auth).expect(200);
    return body as Record<string, unknown>;
  };

  it('hold on the node that changes them before it answers, and on the others soon after', async () => {
    const [node, otherNode] = site.nodes;
    const post = await createPost(node, site.editor);
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
    const settings = site.app.app.get(Settings, { strict: false });
    await settings.current();
    await site.database.query('update site set hide_score = 99');
    expect((await settings.current()).hideScore).not.toBe(99);
    await change(site.app, { flagSensitivity: 'high' }).expect(200);
    expect(await settings.current()).toMatchObject({ flagSensitivity: 'high', hideScore: 99 });
  });

  it('are fixed by the environment where it says one', async () => {
    const fixed = await site.start({ HIDE_SCORE: '40' });
    expect(await settingsOf(fixed)).toMatchObject({ hideScore: 40 });
    const refused = await change(fixed, { hideScore: 20 }).expect(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/hideScore' }]);
    const changed = await change(fixed, { flagSensitivity: 'medium' }).expect(200);
    expect(changed.body).toMatchObject({ flagSensitivity: 'medium', hideScore: 40 });
  });

  it.each([{ confirmEmails: true }, { unconfirmedMayComment: false }])(
    'are refused where they need mail and the site sends none: %j',
    async (settings) => {
      const mute = await site.start({
        NODE_ENV: 'production',
        PUBLIC_URL: 'https://talk.example.org',
      });
      const { accessToken } = await logIn(mute, ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD);
      const refused = await mute.request
        .patch(PATH)
        .set('authorization', `Bearer ${accessToken}`)
        .send(settings)
        .expect(422);
      expect(refused.body.errors).toMatchObject([{ pointer: `/${Object.keys(settings)[0]}` }]);
    },
  );
});
