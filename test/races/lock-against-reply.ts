import {
  ask,
  Dice,
  inLanes,
  newPost,
  type Outcome,
  prepare,
  type Race,
  Tally,
  together,
  type Track,
} from './track.js';

const REFUSED = ['409 post-locked', '409 branch-locked'];

interface LoggedEvent {
  seq: number;
  type: string;
  commentId: string | null;
}

/**
 * A moderator locks a post or a branch while a reader replies in it. The log has no reply between a
 * lock and its end; acknowledged replies are stored, and refused ones are not.
 */
export const lockAgainstReply: Race = async (track, runs, seed) => {
  const tally = new Tally();
  await inLanes(runs, async (lane, count) => {
    const thread = await openThread(track, lane, `${seed} ${lane}`);
    for (let n = 0; n < count; n++) {
      const { lock, reply } = await race(track, thread, n);
      if (!lock.ok) tally.violations.push(`A lock was answered ${lock.told}.`);
      if (reply.ok) thread.acknowledged.push(reply.body!.id as string);
      else if (!REFUSED.includes(reply.told))
        tally.violations.push(`An answer was answered ${reply.told}.`);
      tally.count(`${thread.kind}: ${reply.ok ? 'the answer was first' : 'the lock was first'}`);
    }
    tally.violations.push(...(await judgeThread(track, thread)));
  });
  return { runs: tally.runs, ends: tally.ends, violations: tally.violations };
};

interface Thread {
  kind: 'post' | 'branch';
  postId: string;
  top: string;
  topVersion: number;
  dice: Dice;
  acknowledged: string[];
}

/** Even lanes lock posts, odd lanes lock branches. */
async function openThread(track: Track, lane: number, seed: string): Promise<Thread> {
  const postId = await newPost(track);
  const { id } = await prepare<{ id: string }>(track, 0, {
    method: 'POST',
    path: `/api/v1/posts/${postId}/comments`,
    token: track.writers[0].token,
    body: { body: 'What is answered' },
  });
  const kind = lane % 2 === 0 ? 'post' : 'branch';
  return { kind, postId, top: id, topVersion: 1, dice: new Dice(seed), acknowledged: [id] };
}

async function race(track: Track, thread: Thread, n: number) {
  const { dice, postId, top } = thread;
  const [node, other] = [dice.roll(2), dice.roll(2)];
  const writer = track.writers[dice.roll(track.writers.length)];
  const [lock, reply] = await together(
    dice,
    () => setLock(track, thread, node, 'lock'),
    () =>
      ask(track, other, {
        method: 'POST',
        path: `/api/v1/posts/${postId}/comments`,
        token: writer.token,
        body: { body: `Answer ${n}`, parentId: top },
      }),
  );
  const unlock = await setLock(track, thread, other, 'unlock');
  if (!unlock.ok) throw new Error(`A lock was not taken away: ${unlock.told}.`);
  return { lock, reply };
}

async function setLock(
  track: Track,
  thread: Thread,
  node: number,
  action: 'lock' | 'unlock',
): Promise<Outcome> {
  const { kind, postId, top, topVersion } = thread;
  const onPost = kind === 'post';
  const outcome = await ask(track, node, {
    method: 'POST',
    path: `/api/v1/moderation/${onPost ? `posts/${postId}` : `comments/${top}`}/decisions`,
    token: track.moderator.token,
    body: { action, ...(onPost ? {} : { version: topVersion }) },
  });
  const comment = outcome.body?.comment as { version: number } | undefined;
  if (comment) thread.topVersion = comment.version;
  return outcome;
}

async function judgeThread({ arena }: Track, thread: Thread): Promise<string[]> {
  const events = await arena.cluster.query<LoggedEvent>(
    arena.database,
    `select seq::int, type, comment_id as "commentId" from post_events where post_id = $1 order by seq`,
    [thread.postId],
  );
  const violations: string[] = [];
  const created = new Set<string>();
  let locked = false;
  for (const { seq, type, commentId } of events) {
    if (type === 'post.locked' || type === 'post.unlocked') locked = type === 'post.locked';
    // A branch is only locked and unlocked here, so these events alternate.
    else if (type === 'comment.updated') locked = !locked;
    else if (type === 'comment.created') {
      created.add(commentId!);
      if (locked) violations.push(`Event ${seq} is an answer to what was locked.`);
    }
  }
  const lost = thread.acknowledged.filter((id) => !created.has(id));
  const extra = created.size - (thread.acknowledged.length - lost.length);
  if (lost.length > 0) violations.push(`${lost.length} acknowledged answers are not there.`);
  if (extra > 0) violations.push(`${extra} answers are there that nobody was told of.`);
  return violations;
}
