import { inFull } from '../support/full-form.js';
import { ADMIN } from '../support/people.js';
import { useClientTrial } from '../support/client-trial.js';
import { range } from '../support/live-client.js';
import { ORIGIN } from '../support/live-site.js';
import { createTestApp } from '../support/test-app.js';
import { readPage } from '../support/threads.js';
import { until } from '../support/until.js';

describe('the client', () => {
  const trial = useClientTrial();

  describe('follows a thread', () => {
    it('from a page on, each event once and in order', async () => {
      await trial.site.sayMany(trial.postId, 5);
      const page = await readPage(trial.site.nodes[0], trial.postId);
      const seqs: number[] = [];
      const follower = trial.make().watchThread(page, {
        onEvents: (events) => seqs.push(...events.map(({ seq }) => seq)),
      });
      await trial.site.sayMany(trial.postId, 40);
      await until('all events', async () => follower.place?.seq === 45);
      expect(seqs).toEqual(range(6, 45));
      expect(follower.status).toBe('live');
      follower.close();
      expect(follower.status).toBe('ended');
    });

    it('in a loop, which ends the watch when it is left', async () => {
      await trial.site.sayMany(trial.postId, 12);
      const follower = trial.make().watchThread({ post: trial.postId, seq: 0 });
      const seqs: number[] = [];
      for await (const change of follower) {
        if (change.kind === 'events') seqs.push(...change.events.map(({ seq }) => seq));
        if (seqs.length === 12) break;
      }
      expect(seqs).toEqual(range(1, 12));
      expect(follower.status).toBe('ended');
    });

    it('over one socket with the others of the client, which goes with the last', async () => {
      const other = await trial.site.post();
      const client = trial.make();
      const heard = [trial.watch(client), trial.watch(client)];
      const follower = client.watchThread({ post: other, seq: 0 });
      await trial.site.sayMany(trial.postId, 3);
      await trial.site.say(other, 'Beside');
      for (const one of heard) await one.untilSeq(3);
      await until('the other thread', async () => follower.place?.seq === 1);
      expect(trial.front.openSockets).toBe(1);
      heard[0].watch.close();
      follower.close();
      await trial.site.say(trial.postId, 'Still there');
      await heard[1].untilSeq(4);
      expect(heard[0].seqs).toEqual([1, 2, 3]);
      heard[1].watch.close();
      await until('the socket to go', async () => trial.front.openSockets === 0);
    });

    it('through broken connections, and what was said meanwhile', async () => {
      const heard = trial.watch(trial.make());
      await heard.untilStatus('live');
      for (let round = 1; round <= 3; round++) {
        const before = heard.statuses.length;
        trial.front.cutSockets();
        await heard.untilPassed('reconnecting', before);
        await trial.site.sayMany(trial.postId, 10);
        await heard.untilSeq(round * 10);
        await heard.untilStatus('live');
      }
      expect(heard.seqs).toEqual(range(1, 30));
    });

    it('through the end of its node, on the same address or on another', async () => {
      const node = await createTestApp(trial.site.database, { SITE_ORIGINS: ORIGIN, ...ADMIN });
      trial.front.target = node.url;
      const same = trial.watch(trial.make());
      const other = trial.watch(trial.make({ baseUrl: [node.url, trial.site.nodes[1].url] }));
      await same.untilStatus('live');
      await other.untilStatus('live');
      await trial.site.say(trial.postId, 'Before');
      await node.close();
      await trial.site.sayMany(trial.postId, 9);
      trial.front.target = trial.site.nodes[0].url;
      for (const heard of [same, other]) {
        await heard.untilSeq(10);
        await heard.untilStatus('live');
        expect(heard.seqs).toEqual(range(1, 10));
      }
    });

    inFull(
      'over HTTP where sockets are blocked, and over a socket once they get through',
      async () => {
        trial.front.blocksSockets = true;
        const heard = trial.watch(trial.make({ pollMs: 50 }));
        await heard.untilStatus('polling');
        await trial.site.sayMany(trial.postId, 25);
        await heard.untilSeq(25);
        expect(trial.front.openSockets).toBe(0);
        trial.front.blocksSockets = false;
        await heard.untilStatus('live');
        const asked = trial.front.seen.length;
        await trial.site.say(trial.postId, 'Live');
        await heard.untilSeq(26);
        expect(heard.seqs).toEqual(range(1, 26));
        expect(trial.front.seen).toHaveLength(asked);
      },
    );

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
      const heard = trial.watch(trial.make({ surroundings, hiddenGraceMs: 0 }));
      await heard.untilStatus('live');
      tab.hidden = true;
      tab.changed();
      await heard.untilStatus('paused');
      await until('the socket to go', async () => trial.front.openSockets === 0);
      await trial.site.sayMany(trial.postId, 7);
      expect(heard.seqs).toEqual([]);
      tab.hidden = false;
      tab.changed();
      await heard.untilSeq(7);
      expect(heard.seqs).toEqual(range(1, 7));
      // A slow machine may need more than one connection attempt.
      expect([...new Set(heard.statuses)]).toEqual(['live', 'paused', 'reconnecting']);
      expect(heard.statuses.at(-1)).toBe('live');
    });

    it('and says when the thread must be loaded again, and goes on from what was loaded', async () => {
      // All on the node that serves the page: it always has its own writes.
      for (const number of range(1, 4)) await trial.site.say(trial.postId, `Comment ${number}`);
      const reasons: string[] = [];
      const heard = trial.watch(trial.make(), {
        seq: 900,
        onResync: async ({ reason }) => {
          reasons.push(reason);
          return readPage(trial.site.nodes[0], trial.postId);
        },
      });
      await heard.untilStatus('live');
      await trial.site.say(trial.postId, 'Five');
      await heard.untilSeq(5);
      await trial.site.database.query(
        `with head as (update post_heads set seq = seq + 1 where post_id = $1 returning seq)
         insert into post_events (post_id, seq, type) select $1, seq, 'thread.replaced' from head`,
        [trial.postId],
      );
      const { watch: follower } = heard;
      const reloaded = () => follower.status === 'live' && follower.place?.seq === 6;
      await heard.until('the reload', () => reasons.length > 1 && reloaded());
      await trial.site.say(trial.postId, 'Seven');
      await heard.untilSeq(7);
      // The node got no signal of that event, so its page may be older; then both arrive again.
      const replaced = reasons.slice(1);
      expect(reasons[0]).toBe('lost');
      expect(new Set(replaced)).toEqual(new Set(['replaced']));
      expect(heard.seqs).toEqual([5, ...replaced.map(() => 6), 7]);
    });

    it('also when the loading fails at first', async () => {
      await trial.site.say(trial.postId, 'One');
      let calls = 0;
      const heard = trial.watch(trial.make(), {
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
      trial.postId = '0197a3f0-0000-7000-8000-000000000000';
      const heard = trial.watch(trial.make());
      await heard.untilStatus('ended');
      expect(heard.problem).toMatchObject({ type: '/problems/post-not-found', status: 404 });
    });
  });
});
