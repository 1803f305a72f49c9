import { CodeApp, expectRefused } from '../support/factors.js';
import type { LiveClient } from '../support/live-client.js';
import { LiveSite } from '../support/live-site.js';
import { ApiDocument } from '../support/openapi.js';
import { moderator, type Person, register, signInAnew } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

const SETTINGS = '/api/v1/moderation/settings';
const QUEUE = '/api/v1/moderation/queue';

describe('a site that asks its staff for two factors', () => {
  const site = useSite({ people: { editor: 'admin', warden: 'moderator', anna: 'member' } });

  const call = (person: Person, path: string, body: object = {}) =>
    site.app.request.post(`/api/v1/auth/${path}`).set(person.auth).send(body);
  const get = (person: Person, path: string) => site.app.request.get(path).set(person.auth);
  const set = (person: Person, staffSecondFactor: boolean) =>
    site.app.request.patch(SETTINGS).set(person.auth).send({ staffSecondFactor });
  const enrol = async (person: Person) => {
    const app = new CodeApp((await call(person, 'totp/begin').expect(200)).body.secret);
    await call(person, 'totp/confirm', { code: app.code() }).expect(200);
    return app;
  };

  it('begins with an administrator, who may have none yet, and is not locked out', async () => {
    await get(site.warden, QUEUE).expect(200);
    await set(site.editor, true).expect(200);
    for (const person of [site.editor, site.warden]) {
      const refused = await get(person, QUEUE);
      expectRefused(refused, 403, 'second-factor-required');
      expect(refused.body).not.toHaveProperty('challenge');
      const { body } = await get(person, '/api/v1/auth/factors').expect(200);
      expect(body).toMatchObject({ required: true, secondFactor: false });
    }
    await enrol(site.editor);
    await get(site.editor, QUEUE).expect(200);
    const { body } = await get(site.editor, SETTINGS).expect(200);
    expect(body.staffSecondFactor).toBe(true);
    const { body: own } = await get(site.anna, '/api/v1/auth/factors').expect(200);
    expect(own.required).toBe(false);
  });

  it('answers them on every route as a member, but where it says what is missing', async () => {
    const api = await ApiDocument.of(site.app);
    const other = await signInAsEditor();
    const answers = async (person: Person) => {
      const all: string[] = [];
      for (const { method, path, operationId } of api.operations) {
        // These would sign the asker out.
        if (['authLogout', 'sessionsEndOthers'].includes(operationId)) continue;
        const url = path.replace(/\{\w+\}/g, 'nothing');
        const { status, body } = await site.app.request[method as 'get'](url)
          .set(person.auth)
          .send({ unknown: 1 });
        all.push(`${method} ${path} ${status} ${String(body?.type)}`);
      }
      return all;
    };
    const member = await register(site.app);
    const expected = (await answers(member)).map((answer) =>
      answer.replace('role-required', 'second-factor-required'),
    );
    expect(expected.filter((answer) => answer.includes('second-factor')).length).toBeGreaterThan(
      20,
    );
    const differ = (all: string[]) => all.filter((answer) => !expected.includes(answer));
    expect(differ(await answers(site.warden))).toEqual([]);
    expect(differ(await answers(other))).toEqual([]);
  });

  it('shows them nothing that is hidden from members, and lets them write as members', async () => {
    const post = await createPost(site.app, site.editor);
    const held = await say(site.app, site.anna, post.id, 'To be held');
    await site.app.request
      .post(`/api/v1/moderation/comments/${held.id}/decisions`)
      .set(site.editor.auth)
      .send({ action: 'remove', reason: 'off_topic', version: held.version })
      .expect(201);
    const path = `/api/v1/comments/${held.id}`;
    expect((await get(site.editor, path).expect(200)).body.body).toBe('To be held');
    const { status, body } = await get(site.warden, path);
    expect({ status, body: body.body }).toMatchObject(
      await get(await register(site.app), path).then((answer) => ({
        status: answer.status,
        body: answer.body.body,
      })),
    );
    await say(site.app, site.warden, post.id, 'As anybody does');
    const others = site.app.request
      .patch(`/api/v1/posts/${post.id}`)
      .set(site.warden.auth)
      .send({ title: 'Mine now' });
    expect((await others).status).toBe(403);
  });

  it('takes a code in the session, and one at the sign-in', async () => {
    const app = await enrol(site.warden);
    await get(site.warden, QUEUE).expect(200);
    const former = await site.database.query<{ id: string }>(
      'update sessions set second_factor = false where user_id = $1 returning id',
      [site.warden.id],
    );
    expect(former.length).toBeGreaterThan(0);
    await until('the factor is gone', async () => (await get(site.warden, QUEUE)).status === 403);
    await call(site.warden, 'totp/step-up', { code: app.code(1) }).expect(204);
    await get(site.warden, QUEUE).expect(200);
  });

  it('ends at once where it is taken back, and cannot be where the operator fixes it', async () => {
    const third = await newModerator();
    await get(third, QUEUE).expect(403);
    await set(site.editor, false).expect(200);
    await get(third, QUEUE).expect(200);
    const fixed = await site.start({ STAFF_SECOND_FACTOR: 'true' });
    const asked = fixed.request.get(QUEUE).set(third.auth);
    expectRefused(await asked, 403, 'second-factor-required');
    const change = await fixed.request
      .patch(SETTINGS)
      .set(site.editor.auth)
      .send({ staffSecondFactor: false });
    expectRefused(change, 422, 'invalid-input', '/staffSecondFactor');
  });

  async function newModerator(): Promise<Person> {
    const person = await register(site.app);
    await site.app.request
      .put(`/api/v1/users/${person.username}/role`)
      .set(site.editor.auth)
      .send({ role: 'moderator' })
      .expect(200);
    return person;
  }

  /** An administrator who signed in with one factor. */
  async function signInAsEditor(): Promise<Person> {
    const person = await newModerator();
    await site.app.request
      .put(`/api/v1/users/${person.username}/role`)
      .set(site.editor.auth)
      .send({ role: 'admin' })
      .expect(200);
    return signInAnew(site.app, person);
  }
});

describe('the sockets of its staff', () => {
  let live: LiveSite;
  beforeAll(async () => {
    live = await LiveSite.start(2);
  });
  afterAll(() => live.stop());

  it('hear of the queue no more, on every node, where they have given none', async () => {
    const [node] = live.nodes;
    const call = (path: string, body: object) =>
      node.request.post(`/api/v1/auth/totp/${path}`).set(live.staff.auth).send(body);
    const { secret } = (await call('begin', {}).expect(200)).body;
    await call('confirm', { code: new CodeApp(secret).code() }).expect(200);
    const [warden, reader] = [await moderator(node, live.staff), await register(node)];
    const open = ({ token }: Person) =>
      Promise.all([0, 1].map((at) => live.connect({ token, node: at })));
    const [asked, witnesses] = [await open(warden), await open(live.staff)];
    const postId = await live.post();
    const report = async () => {
      const id = await live.say(postId, 'Something to report');
      const flag = node.request.post(`/api/v1/comments/${id}/flags`).set(reader.auth);
      await flag.send({ reason: 'spam' }).expect(201);
    };
    const heard = (clients: LiveClient[]) =>
      clients.map(({ received }) => received.filter(({ kind }) => kind === 'queue').length);
    /** Whether sockets with one factor were notified by the time those with two were. */
    const areTold = async () => {
      const [before, known] = [heard(asked), heard(witnesses)];
      await report();
      await until('the witnesses hear', async () =>
        heard(witnesses).every((count, at) => count > known[at]),
      );
      return heard(asked).map((count, at) => count > before[at]);
    };
    await until('all are told', async () => (await areTold()).every((told) => told));
    const change = node.request.patch(SETTINGS).set(live.staff.auth);
    await change.send({ staffSecondFactor: true }).expect(200);
    await until('none is told', async () => !(await areTold()).some((told) => told));
  });
});
