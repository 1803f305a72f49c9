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

const BEFORE = 'What the moderator has read';
const AFTER = 'What nobody but the author has read';

interface Contest {
  id: string;
  kind: 'held' | 'reported';
  winner: 'approval' | 'edit';
}

/**
 * A moderator approves a held comment while its author edits it. One of them wins and the other is
 * told; nothing is published that the moderator did not see.
 */
export const approveAgainstEdit: Race = async (track, runs, seed) => {
  const tally = new Tally();
  const contests: Contest[] = [];
  await inLanes(runs, async (lane, count) => {
    const dice = new Dice(`${seed} ${lane}`);
    const posts = {
      held: await newPost(track, 'premoderated'),
      reported: await newPost(track),
    };
    for (let n = 0; n < count; n++) {
      const kind = n % 2 === 0 ? 'held' : 'reported';
      const { id, approval, edit } = await race(track, posts[kind], kind, dice);
      const winner = winnerOf(approval, edit);
      tally.count(`${kind}: ${winner ? `the ${winner} was first` : 'not one was first'}`);
      if (winner) contests.push({ id, kind, winner });
      else
        tally.violations.push(`The approval was answered ${approval.told}, the edit ${edit.told}.`);
    }
  });
  tally.violations.push(...(await judgeComments(track, contests)));
  return { runs: tally.runs, ends: tally.ends, violations: tally.violations };
};

async function race(track: Track, postId: string, kind: Contest['kind'], dice: Dice) {
  const [author, reporter] = [dice.roll(track.writers.length), dice.roll(track.writers.length - 1)];
  const others = track.writers.filter((_, at) => at !== author);
  const { token } = track.writers[author];
  const { id } = await prepare<{ id: string }>(track, dice.roll(2), {
    method: 'POST',
    path: `/api/v1/posts/${postId}/comments`,
    token,
    body: { body: BEFORE },
  });
  if (kind === 'reported')
    await prepare(track, dice.roll(2), {
      method: 'POST',
      path: `/api/v1/comments/${id}/flags`,
      token: others[reporter].token,
      body: { reason: 'other' },
    });
  const [node, other] = [dice.roll(2), dice.roll(2)];
  const [approval, edit] = await together(
    dice,
    () =>
      ask(track, node, {
        method: 'POST',
        path: `/api/v1/moderation/comments/${id}/decisions`,
        token: track.moderator.token,
        body: { action: 'approve', version: 1 },
      }),
    () =>
      ask(track, other, {
        method: 'PATCH',
        path: `/api/v1/comments/${id}`,
        token,
        ifMatch: 1,
        body: { body: AFTER },
      }),
  );
  return { id, approval, edit };
}

function winnerOf(approval: Outcome, edit: Outcome): Contest['winner'] | null {
  if (approval.ok && edit.told === '412 version-mismatch') return 'approval';
  return edit.ok && approval.told === '409 version-conflict' ? 'edit' : null;
}

async function judgeComments({ arena }: Track, contests: readonly Contest[]): Promise<string[]> {
  const rows = await arena.cluster.query<{ id: string; told: string }>(
    arena.database,
    `select id, concat_ws(' ', status, version, body) as told from comments where id = any($1)`,
    [contests.map(({ id }) => id)],
  );
  const now = new Map(rows.map(({ id, told }) => [id, told]));
  return contests.flatMap(({ id, kind, winner }) => {
    const status = winner === 'approval' || kind === 'reported' ? 'published' : 'held';
    const wanted = `${status} 2 ${winner === 'approval' ? BEFORE : AFTER}`;
    const is = now.get(id);
    return is === wanted
      ? []
      : [`After the ${winner} a ${kind} comment is "${is}", not "${wanted}".`];
  });
}
