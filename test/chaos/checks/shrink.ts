import type { Attempt, History, SeenEvent } from '../history.js';
import { CHECKS } from './check.js';
import type { Finding, Subject } from './finding.js';

/** How many events are kept on each side of the relevant one. */
const AROUND = 1;

/**
 * Reduces a history to the least that still shows a finding: the lines about its key, comment or
 * seq, with only the requests that matter. Counter-evidence is kept, so the result is proof and not
 * an artefact.
 */
export function shrink(history: History, finding: Finding): History {
  const subject = JSON.stringify(finding.about);
  const shows = (shorter: History) =>
    CHECKS[finding.invariant](shorter).some(({ about }) => JSON.stringify(about) === subject);
  const near = concerning(history, finding.about);
  if (!shows(near)) return near;
  let attempts: readonly Attempt[] = near.attempts;
  for (let at = attempts.length - 1; at >= 0; at--) {
    const fewer = attempts.toSpliced(at, 1);
    if (shows({ ...near, attempts: fewer })) attempts = fewer;
  }
  return { ...near, attempts };
}

function concerning(history: History, { key, commentId, postId, seq, proc }: Subject): History {
  const isNear = (other: number) => seq !== undefined && Math.abs(other - seq) <= AROUND;
  const isSubject = (other: { key?: string | null; commentId?: string | null; id?: string }) =>
    (key !== undefined && other.key === key) ||
    (commentId !== undefined && (other.commentId === commentId || other.id === commentId));
  const events = history.log.filter(
    (event) => isSubject(event) || (event.postId === postId && isNear(event.seq)),
  );
  const named = new Set(events.map((event) => event.commentId));
  return {
    attempts: history.attempts.filter(
      (attempt) => isSubject(attempt) || (seq !== undefined && named.has(attempt.commentId ?? '')),
    ),
    stored: history.stored.filter(
      (comment) => isSubject(comment) || (seq !== undefined && named.has(comment.id)),
    ),
    log: events,
    heads: history.heads
      .filter((head) => seq !== undefined && proc === undefined && head.postId === postId)
      .map((head) => ({
        ...head,
        from: Math.max(0, seq! - AROUND - 1),
        seq: Math.min(head.seq, seq! + AROUND),
      })),
    drift: history.drift.filter(({ id }) => id === commentId),
    views: history.views
      .filter((view) => view.proc === proc && view.postId === postId)
      .map((view) => {
        if (seq === undefined) return { ...view, seen: view.seen.filter(isSubject) };
        const from = Math.max(view.from, seq - AROUND - 1);
        return { ...view, from, seen: windowOf(view.seen, seq) };
      }),
    afterBan: history.afterBan.filter((line) => line.proc === proc && line.userId === key),
    tellings: history.tellings.filter((line) => line.to === proc && line.key === key),
    mails: history.mails.filter(
      ({ to, keys, messageId }) => to === proc && (messageId === key || keys.includes(key!)),
    ),
    kills: key === undefined ? [] : history.kills,
  };
}

/** The events seen around a seq, in the order they were seen, including those in between. */
function windowOf(seen: readonly SeenEvent[], seq: number): SeenEvent[] {
  const isNear = (event: SeenEvent) => Math.abs(event.seq - seq) <= AROUND;
  const first = seen.findIndex(isNear);
  const last = seen.findLastIndex(isNear);
  return first < 0 ? [] : seen.slice(first, last + 1);
}
