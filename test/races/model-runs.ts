import fc from 'fast-check';
import { seedOf } from '../harness/seed-of.js';
import type { Logged } from './model/act.js';
import { Client, type SharedThread } from './model/client.js';
import { FOUR_CLIENTS } from './model/commands.js';
import { judge } from './model/judge.js';
import { inLanes, newPost, type Race, Tally, type Track } from './track.js';

/** Outcomes that are never allowed: a 5xx, or no answer. */
const FAULT = /^(5|no answer)/;

/**
 * Four clients run fast-check's commands concurrently, each on its own node and one at a time. Then
 * the whole run is compared with a model of the thread in memory.
 */
export const modelRuns: Race = async (track, runs, seed) => {
  const tally = new Tally();
  let done = 0;
  await inLanes(runs, async (lane, numRuns) => {
    const property = fc.asyncProperty(FOUR_CLIENTS, async (commands) => {
      const thread = await openThread(track);
      const clients = clientsOf(track, thread);
      await Promise.all([clients[0].create(null), clients[1].create(null)]);
      await Promise.all(
        commands.map((steps, at) =>
          fc.asyncModelRun(() => ({ model: clients[at], real: clients[at] }), steps),
        ),
      );
      await clients[0].read();
      done += 1;
      for (const { kind, told } of thread.acts) tally.count(`${kind}: ${told}`);
      for (const _ of thread.pages) tally.count('pages compared');
      const violations = await judgeThread(track, thread);
      tally.violations.push(...violations);
      if (violations.length > 0) throw new Error(historyOf(thread));
    });
    // Timing differs in each run, so a failed run cannot be shrunk by repeating it.
    const options = { seed: seedOf(`${seed} ${lane}`), numRuns, endOnFailure: true };
    const { failed, errorInstance, counterexample } = await fc.check(property, options);
    if (!failed) return;
    const history = errorInstance instanceof Error ? errorInstance.message : '';
    tally.violations.push(`Shown by ${fc.stringify(counterexample)}:\n${history}`);
  });
  return { runs: done, ends: tally.ends, violations: tally.violations };
};

async function openThread(track: Track): Promise<SharedThread> {
  return { postId: await newPost(track), known: [], acts: [], pages: [] };
}

function clientsOf(track: Track, thread: SharedThread): Client[] {
  const people = [track.writers[0], track.writers[1], track.moderator, track.admin];
  return people.map(({ token }, at) => new Client(at, track, thread, token));
}

async function judgeThread({ arena }: Track, thread: SharedThread): Promise<string[]> {
  const log = await arena.cluster.query<Logged>(
    arena.database,
    `select seq::int, type, comment_id as "commentId", (facts ->> 'version')::int as version
     from post_events where post_id = $1 order by seq`,
    [thread.postId],
  );
  const faults = thread.acts.filter(({ told }) => FAULT.test(told));
  return [
    ...faults.map(({ kind, told }) => `${kind} was answered ${told}.`),
    ...judge({ acts: thread.acts, pages: thread.pages, log }),
  ];
}

/** The acts of the clients, in the order of their answers. */
function historyOf({ acts }: SharedThread): string {
  return acts
    .map(({ client, kind, id, parentId, version, told, sent, answered }) => {
      const when = `${sent.toFixed(1)} to ${answered.toFixed(1)}`;
      return `  ${when} client ${client}: ${kind} ${id ?? parentId ?? 'the post'} v${version}: ${told}`;
    })
    .join('\n');
}
