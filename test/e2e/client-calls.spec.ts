import { unwrap } from '../../packages/client/src/index.js';
import { useClientTrial } from '../support/client-trial.js';
import { ORIGIN } from '../support/live-site.js';
import { ADMIN, type Person, register } from '../support/people.js';
import { createTestApp } from '../support/test-app.js';
import { readPage } from '../support/threads.js';

describe('the client', () => {
  const trial = useClientTrial();

  describe('signed in', () => {
    let reader: Person;
    beforeEach(async () => {
      reader = await register(trial.site.nodes[0]);
    });
    const ban = () =>
      trial.site.nodes[0].request
        .post(`/api/v1/moderation/users/${reader.id}/decisions`)
        .set(trial.site.staff.auth)
        .send({ action: 'ban', reason: 'spam' })
        .expect(201);
    const signOut = () =>
      trial.site.nodes[0].request.post('/api/v1/auth/logout').set(reader.auth).expect(204);
    const signIn = async () => {
      const login = { login: reader.username, password: 'correct horse battery' };
      const answer = await trial.site.nodes[0].request.post('/api/v1/auth/login').send(login);
      return answer.body.accessToken as string;
    };

    it('ends with a ban', async () => {
      const heard = trial.watch(trial.make({ token: () => reader.token }));
      await heard.untilStatus('live');
      await ban();
      await heard.untilStatus('ended');
      expect(heard.problem).toMatchObject({ type: '/problems/session-ended', status: 401 });
    });

    it('ends with a ban where it polls, too, and is told so when they sign in anew', async () => {
      trial.front.blocksSockets = true;
      const heard = trial.watch(trial.make({ token: () => reader.token, pollMs: 50 }));
      await heard.untilStatus('polling');
      await ban();
      await heard.untilStatus('ended');
      expect(heard.problem).toMatchObject({ type: '/problems/session-ended', status: 401 });
      trial.front.blocksSockets = false;
      const token = await signIn();
      const anew = trial.watch(trial.make({ token: () => token }));
      await anew.untilStatus('ended');
      expect(anew.problem).toMatchObject({ type: '/problems/banned', status: 403 });
    });

    it('asks for another token when one is refused, and ends when there is none', async () => {
      let next: string | null = await signIn();
      const asked: (string | undefined)[] = [];
      const token = (rejected?: string) => {
        asked.push(rejected);
        return rejected === undefined ? reader.token : next;
      };
      await signOut();
      const heard = trial.watch(trial.make({ token }));
      await heard.untilStatus('live');
      expect(asked).toContain(reader.token);
      next = null;
      const other = trial.watch(trial.make({ token }));
      await other.untilStatus('ended');
      expect(other.problem).toMatchObject({ type: '/problems/session-ended', status: 401 });
    });

    it('takes over a token that comes later', async () => {
      let token: string | null = null;
      const client = trial.make({ token: () => token });
      const heard = trial.watch(client);
      await heard.untilStatus('live');
      token = reader.token;
      await client.tokenChanged();
      expect(heard.statuses).toEqual(['live']);
      await ban();
      await heard.untilStatus('ended');
    });
  });

  describe('calls the API', () => {
    const body = { body: 'Said once' };
    const params = () => ({ path: { post: trial.postId } });

    it('with the types of its document', async () => {
      const { api } = trial.make({ token: () => trial.site.author.token });
      const said = unwrap(
        await api.POST('/api/v1/posts/{post}/comments', { params: params(), body }),
      );
      expect(said.html).toBe('<p>Said once</p>\n');
      const page = unwrap(await api.GET('/api/v1/posts/{post}/comments', { params: params() }));
      expect(page.items.map(({ id }) => id)).toEqual([said.id]);
    });

    it('again under the same key when an answer is cut off, and has one comment of it', async () => {
      const { api } = trial.make({ token: () => trial.site.author.token });
      trial.front.cuts = 3;
      const said = unwrap(
        await api.POST('/api/v1/posts/{post}/comments', { params: params(), body }),
      );
      expect(
        trial.front.seen.filter((call) => call.startsWith('POST')).length,
      ).toBeGreaterThanOrEqual(4);
      const { items } = await readPage(trial.site.nodes[0], trial.postId);
      expect(items.map(({ id }) => id)).toEqual([said.id]);
    });

    it('on another node when one is away', async () => {
      const node = await createTestApp(trial.site.database, { SITE_ORIGINS: ORIGIN, ...ADMIN });
      const { api } = trial.make({
        baseUrl: [node.url, trial.site.nodes[1].url],
        token: () => trial.site.author.token,
      });
      await node.close();
      unwrap(await api.POST('/api/v1/posts/{post}/comments', { params: params(), body }));
      expect((await readPage(trial.site.nodes[0], trial.postId)).items).toHaveLength(1);
    });

    it('and throws its refusals as problems', async () => {
      const { api } = trial.make();
      const refused = api.POST('/api/v1/posts/{post}/comments', { params: params(), body });
      await expect(refused.then(unwrap)).rejects.toMatchObject({
        name: 'ProblemError',
        type: '/problems/sign-in-required',
        status: 401,
      });
    });
  });
});
