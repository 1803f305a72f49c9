import type { History, LoggedEvent } from '../history.js';
import type { Finding } from './finding.js';

/** The log of a post counts 1, 2, 3 ... up to the `seq` of its head, without gaps. */
export function gaplessLog({ log, heads }: History): Finding[] {
  const byPost = logOf(log);
  return heads.flatMap(({ postId, from, seq }) => {
    const events = byPost.get(postId) ?? [];
    const at = events.findIndex((event, index) => event.seq !== from + index + 1);
    const next = from + events.length + 1;
    const wrong =
      at >= 0
        ? { seq: from + at + 1, found: `seq ${events[at].seq} stands there` }
        : next !== seq + 1
          ? { seq: next, found: `the head says ${seq}` }
          : null;
    if (!wrong) return [];
    return [
      {
        invariant: 'gapless-log',
        says: `the log of ${postId} has no seq ${wrong.seq}: ${wrong.found}`,
        about: { postId, seq: wrong.seq },
      } satisfies Finding,
    ];
  });
}

/** Each comment that was ever public has one creation in the log, and each creation a comment. */
export function oneCreationAComment({ log, stored }: History): Finding[] {
  const created = new Map<string, LoggedEvent[]>();
  for (const event of log) {
    if (event.type !== 'comment.created') continue;
    created.set(event.commentId!, [...(created.get(event.commentId!) ?? []), event]);
  }
  const wrong = stored
    .filter(({ id, status }) => status !== 'held' && created.get(id)?.length !== 1)
    .map(({ id, key, postId }): Finding => ({
      invariant: 'one-creation-a-comment',
      says: `comment ${id} has ${created.get(id)?.length ?? 0} creations in the log`,
      about: { commentId: id, key: key ?? undefined, postId },
    }));
  const known = new Set(stored.map(({ id }) => id));
  for (const { type, commentId } of log) if (type === 'comment.deleted') known.add(commentId!);
  for (const [id, [{ postId, seq }]] of created) {
    if (known.has(id)) continue;
    wrong.push({
      invariant: 'one-creation-a-comment',
      says: `seq ${seq} of ${postId} is the creation of comment ${id}, which is neither stored nor deleted`,
      about: { commentId: id, postId, seq },
    });
  }
  return wrong;
}

/** G6: each counter that is maintained on write equals the count of the rows. */
export function countersEqualRows({ drift }: History): Finding[] {
  return drift.map(({ what, id, kept, counted }) => ({
    invariant: 'counters-equal-rows',
    says: `${what} of ${id} is kept as ${kept} and counts ${counted}`,
    about: { commentId: id },
  }));
}

/** Events grouped by post, ordered by seq. */
export function logOf(log: readonly LoggedEvent[]): Map<string, LoggedEvent[]> {
  const posts = new Map<string, LoggedEvent[]>();
  for (const event of log) {
    const known = posts.get(event.postId);
    if (known) known.push(event);
    else posts.set(event.postId, [event]);
  }
  for (const events of posts.values()) events.sort((a, b) => a.seq - b.seq);
  return posts;
}
