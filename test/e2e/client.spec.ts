import {
  type Colloquy,
  type ColloquyOptions,
  createColloquy,
  type Problem,
  unwrap,
  type Watch,
  type WatchOptions,
} from '../../packages/client/src/index.js';
import { range } from '../support/live-client.js';
import { LiveSite, ORIGIN } from '../support/live-site.js';
import { ADMIN, type Person, register } from '../support/people.js';
import { ShakyFront } from '../support/shaky-front.js';
import { createTestApp } from '../support/test-app.js';
import { readPage } from '../support/threads.js';
import { until } from '../support/until.js';

describe('the client', () => {
  let site: LiveSite;
  let front: ShakyFront;
  let postId: string;
  const clients: Colloquy[] = [];
  beforeAll(async () => {
    site = await LiveSite.start(2);
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    front = await ShakyFront.before(site.nodes[0].url);
    postId = await site.post();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await front.close();
  });

  /** Behind the shaky front, and in no hurry. */
  const make = (options: Partial<ColloquyOptions> = {}) => {
    const client = createColloquy({ baseUrl: front.url, random: () => 0, ...options });
    clients.push(client);
    return client;
  };

  /** A watch from the beginning, and everything that it said. */
  const watch = (client: Colloquy, options: WatchOptions = {}) => {
    const heard = {
      seqs: [] as number[],
      statuses: [] as string[],
      problem: null as Problem | null,
      watch: null as unknown as Watch,
      until: (what: string, holds: () => boolean) => until(what, async () => holds()),
      untilSeq: (seq: number) => until(`seq ${seq}`, async () => heard.seqs.at(-1) === seq),
      untilStatus: (status: string) => until(status, async () => heard.statuses.at(-1) === status),
      /** A status may be over before anybody looks. */
      untilPassed: (status: string, since: number) =>
        until(`${status}, passed`, async () => heard.statuses.includes(status, since)),
    };
    heard.watch = client.watchThread(postId, {
      seq: 0,
      ...options,
      onEvents: (events) => heard.seqs.push(...events.map(({ seq }) => seq)),
      onStatus: (status, problem) => {
        heard.statuses.push(status);
        heard.problem = problem;
      },
    });
    return heard;
  };

  describe('follows a thread', () => {
    it('from a page on, each event once and in order', async () => {
      await site.sayMany(postId, 5);
      const page = await readPage(site.nodes[0], postId);
      const seqs: number[] = [];
      const follower = make().watchThread(page, {
        onEvents: (events) => seqs.push(...events.map(({ seq }) => seq)),
      });
      await site.sayMany(postId, 40);
      await until('all events', async () => follower.place?.seq === 45);
      expect(seqs).toEqual(range(6, 45));
      expect(follower.status).toBe('live');
      follower.close();
      expect(follower.status).toBe('ended');
    });

    it('in a loop, which ends the watch when it is left', async () => {
      await site.sayMany(postId, 12);
      const follower = make().watchThread({ post: postId, seq: 0 });
      const seqs: number[] = [];
      for await (const change of follower) {
        if (change.kind === 'events') seqs.push(...change.events.map(({ seq }) => seq));
        if (seqs.length === 12) break;
      }
      expect(seqs).toEqual(range(1, 12));
      expect(follower.status).toBe('ended');
    });

    it('over one socket with the others of the client, which goes with the last', async () => {
      const other = await site.post();
      const client = make();
      const heard = [watch(client), watch(client)];
      const follower = client.watchThread({ post: other, seq: 0 });
      await site.sayMany(postId, 3);
      await site.say(other, 'Beside');
      for (const one of heard) await one.untilSeq(3);
      await until('the other thread', async () => follower.place?.seq === 1);
      expect(front.openSockets).toBe(1);
      heard[0].watch.close();
      follower.close();
      await site.say(postId, 'Still there');
      await heard[1].untilSeq(4);
      expect(heard[0].seqs).toEqual([1, 2, 3]);
      heard[1].watch.close();
      await until('the socket to go', async () => front.openSockets === 0);
    });

    it('through broken connections, and what was said meanwhile', async () => {
      const heard = watch(make());
      await heard.untilStatus('live');
      for (let round = 1; round <= 3; round++) {
        const before = heard.statuses.length;
        front.cutSockets();
        await heard.untilPassed('reconnecting', before);
        await site.sayMany(postId, 10);
        await heard.untilSeq(round * 10);
        await heard.untilStatus('live');
      }
      expect(heard.seqs).toEqual(range(1, 30));
    });

    it('through the end of its node, on the same address or on another', async () => {
      const node = await createTestApp(site.database, { SITE_ORIGINS: ORIGIN, ...ADMIN });
      front.target = node.url;
      const same = watch(make());
      const other = watch(make({ baseUrl: [node.url, site.nodes[1].url] }));
      await same.untilStatus('live');
      await other.untilStatus('live');
      await site.say(postId, 'Before');
      await node.close();
      await site.sayMany(postId, 9);
      front.target = site.nodes[0].url;
      for (const heard of [same, other]) {
        await heard.untilSeq(10);
        await heard.untilStatus('live');
        expect(heard.seqs).toEqual(range(1, 10));
      }
    });

    it('over HTTP where sockets are blocked, and over a socket once they get through', async () => {
      front.blocksSockets = true;
      const heard = watch(make({ pollMs: 50 }));
      await heard.untilStatus('polling');
      await site.sayMany(postId, 25);
      await heard.untilSeq(25);
      expect(front.openSockets).toBe(0);
      front.blocksSockets = false;
      await heard.untilStatus('live');
      const asked = front.seen.length;
      await site.say(postId, 'Live');
      await heard.untilSeq(26);
      expect(heard.seqs).toEqual(range(1, 26));
      expect(front.seen).toHaveLength(asked);
    });

    it('only while somebody looks, and then from where it stopped', async () => {
      const tab = { hidden: false, changed: () => undefined as void };
      const surroundings = {
        hidden: () => tab.hidden,
        offline: () => false,
        onChange: (changed: () => void) => {
          tab.changed = changed;
          return () => (tab.changed = () => undefined);
        },
      };
      const heard = watch(make({ surroundings, hiddenGraceMs: 0 }));
      await heard.untilStatus('live');
      tab.hidden = true;
      tab.changed();
      await heard.untilStatus('paused');
      await until('the socket to go', async () => front.openSockets === 0);
      await site.sayMany(postId, 7);
      expect(heard.seqs).toEqual([]);
      tab.hidden = false;
      tab.changed();
      await heard.untilSeq(7);
      expect(heard.seqs).toEqual(range(1, 7));
      expect(heard.statuses).toEqual(['live', 'paused', 'reconnecting', 'live']);
    });

    it('and says when the thread must be loaded again, and goes on from what was loaded', async () => {
      // All on the node whose page is loaded: it is never behind what it wrote itself.
      for (const number of range(1, 4)) await site.say(postId, `Comment ${number}`);
      const reasons: string[] = [];
      const heard = watch(make(), {
        seq: 900,
        onResync: async ({ reason }) => {
          reasons.push(reason);
          return readPage(site.nodes[0], postId);
        },
      });
      await heard.untilStatus('live');
      await site.say(postId, 'Five');
      await heard.untilSeq(5);
      await site.database.query(
        `with head as (update post_heads set seq = seq + 1 where post_id = $1 returning seq)
         insert into post_events (post_id, seq, type) select $1, seq, 'thread.replaced' from head`,
        [postId],
      );
      const { watch: follower } = heard;
      const reloaded = () => follower.status === 'live' && follower.place?.seq === 6;
      await heard.until('the reload', () => reasons.length > 1 && reloaded());
      await site.say(postId, 'Seven');
      await heard.untilSeq(7);
      // Nobody told the node of that event: its page may be older, and then both come once more.
      const replaced = reasons.slice(1);
      expect(reasons[0]).toBe('lost');
      expect(new Set(replaced)).toEqual(new Set(['replaced']));
      expect(heard.seqs).toEqual([5, ...replaced.map(() => 6), 7]);
    });

    it('also when the loading fails at first', async () => {
      await site.say(postId, 'One');
      let calls = 0;
      const heard = watch(make(), {
        seq: 900,
        onResync: async () => {
          calls++;
          if (calls < 3) throw new Error('The network is away.');
          return { seq: 0 };
        },
      });
      await heard.untilSeq(1);
      expect(calls).toBe(3);
    });

    it('not, when there is none, and says why', async () => {
      postId = '0197a3f0-0000-7000-8000-000000000000';
      const heard = watch(make());
      await heard.untilStatus('ended');
      expect(heard.problem).toMatchObject({ type: '/problems/post-not-found', status: 404 });
    });
  });

  describe('signed in', () => {
    let reader: Person;
    beforeEach(async () => {
      reader = await register(site.nodes[0]);
    });
    const ban = () =>
      site.nodes[0].request
        .post(`/api/v1/moderation/users/${reader.id}/decisions`)
        .set(site.staff.auth)
        .send({ action: 'ban', reason: 'spam' })
        .expect(201);
    const signOut = () =>
      site.nodes[0].request.post('/api/v1/auth/logout').set(reader.auth).expect(204);
    const signIn = async () => {
      const login = { login: reader.username, password: 'correct horse battery' };
      const answer = await site.nodes[0].request.post('/api/v1/auth/login').send(login);
      return answer.body.accessToken as string;
    };

    it('ends with a ban', async () => {
      const heard = watch(make({ token: () => reader.token }));
      await heard.untilStatus('live');
      await ban();
      await heard.untilStatus('ended');
      expect(heard.problem).toMatchObject({ type: '/problems/banned', status: 403 });
    });

    it('reads on as a guest after a ban where it polls', async () => {
      front.blocksSockets = true;
      const heard = watch(make({ token: () => reader.token, pollMs: 50 }));
      await heard.untilStatus('polling');
      await ban();
      await site.say(postId, 'For everyone');
      await heard.untilSeq(1);
      expect(heard.problem).toBeNull();
    });

    it('asks for another token when one is refused, and ends when there is none', async () => {
      let next: string | null = await signIn();
      const asked: (string | undefined)[] = [];
      const token = (rejected?: string) => {
        asked.push(rejected);
        return rejected === undefined ? reader.token : next;
      };
      await signOut();
      const heard = watch(make({ token }));
      await heard.untilStatus('live');
      expect(asked).toContain(reader.token);
      next = null;
      const other = watch(make({ token }));
      await other.untilStatus('ended');
      expect(other.problem).toMatchObject({ type: '/problems/session-ended', status: 401 });
    });

    it('takes over a token that comes later', async () => {
      let token: string | null = null;
      const client = make({ token: () => token });
      const heard = watch(client);
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
    const params = () => ({ path: { post: postId } });

    it('with the types of its document', async () => {
      const { api } = make({ token: () => site.author.token });
      const said = unwrap(
        await api.POST('/api/v1/posts/{post}/comments', { params: params(), body }),
      );
      expect(said.html).toBe('<p>Said once</p>\n');
      const page = unwrap(await api.GET('/api/v1/posts/{post}/comments', { params: params() }));
      expect(page.items.map(({ id }) => id)).toEqual([said.id]);
    });

    it('again under the same key when an answer is cut off, and has one comment of it', async () => {
      const { api } = make({ token: () => site.author.token });
      front.cuts = 3;
      const said = unwrap(
        await api.POST('/api/v1/posts/{post}/comments', { params: params(), body }),
      );
      expect(front.seen.filter((call) => call.startsWith('POST'))).toHaveLength(4);
      const { items } = await readPage(site.nodes[0], postId);
      expect(items.map(({ id }) => id)).toEqual([said.id]);
    });

    it('on another node when one is away', async () => {
      const node = await createTestApp(site.database, { SITE_ORIGINS: ORIGIN, ...ADMIN });
      const { api } = make({
        baseUrl: [node.url, site.nodes[1].url],
        token: () => site.author.token,
      });
      await node.close();
      unwrap(await api.POST('/api/v1/posts/{post}/comments', { params: params(), body }));
      expect((await readPage(site.nodes[0], postId)).items).toHaveLength(1);
    });

    it('and throws its refusals as problems', async () => {
      const { api } = make();
      const refused = api.POST('/api/v1/posts/{post}/comments', { params: params(), body });
      await expect(refused.then(unwrap)).rejects.toMatchObject({
        name: 'ProblemError',
        type: '/problems/sign-in-required',
        status: 401,
      });
    });
  });
});
