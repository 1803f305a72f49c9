import type { Attempt, History } from '../history.js';
import type { Finding } from './finding.js';

/** G1: an acknowledged comment is stored under the answered id, or was deleted later. */
export function acknowledgedIsStored({ attempts, stored, log }: History): Finding[] {
  const ids = new Set(stored.map(({ id }) => id));
  // A deleted comment without replies leaves only its log entries.
  for (const { type, commentId } of log) if (type === 'comment.deleted') ids.add(commentId!);
  const lost = creations(attempts).filter(
    ({ outcome, commentId }) => outcome === 'ok' && !ids.has(commentId!),
  );
  return byKey(lost).map(([key, [{ commentId, postId, proc }]]) => ({
    invariant: 'acknowledged-is-stored',
    says: `comment ${commentId} was acknowledged to ${proc} and is not stored`,
    about: { key, commentId, postId },
  }));
}

/** G2: a key creates one comment, however often it is sent. */
export function oneRowAKey({ stored }: History): Finding[] {
  const byKeys = new Map<string, string[]>();
  for (const { key, id } of stored) {
    if (key !== null) byKeys.set(key, [...(byKeys.get(key) ?? []), id]);
  }
  return [...byKeys]
    .filter(([, ids]) => ids.length > 1)
    .map(([key, ids]) => ({
      invariant: 'one-row-a-key',
      says: `key ${key} made ${ids.length} comments: ${ids.join(', ')}`,
      about: { key },
    }));
}

/** Nothing is stored or deleted that was never requested or was definitively refused. */
export function noGhosts({ attempts, stored, log }: History): Finding[] {
  const asked = creations(attempts);
  const keys = new Set(asked.filter(({ outcome }) => outcome !== 'fail').map(({ key }) => key));
  const refused = new Set(asked.filter(({ outcome }) => outcome === 'fail').map(({ key }) => key));
  const acknowledged = new Set(
    asked.filter(({ outcome }) => outcome === 'ok').map(({ commentId }) => commentId),
  );
  const deletions = new Set(
    attempts.filter(({ op, outcome }) => op === 'delete' && outcome !== 'fail').map(commentOf),
  );
  const made = stored
    .filter(({ id, key }) => {
      if (key === null) return !acknowledged.has(id);
      return !keys.has(key) || (refused.has(key) && !acknowledged.has(id));
    })
    .map(({ id, key, postId }): Finding => ({
      invariant: 'no-ghosts',
      says: `comment ${id} of key ${key} is stored, and nobody was told that it may be`,
      about: { key: key ?? undefined, commentId: id, postId },
    }));
  const deleted = log
    .filter(({ type, commentId }) => type === 'comment.deleted' && !deletions.has(commentId!))
    .map(({ commentId, postId, seq }): Finding => ({
      invariant: 'no-ghosts',
      says: `seq ${seq} of ${postId} deletes comment ${commentId}, which nobody may have`,
      about: { commentId: commentId!, postId, seq },
    }));
  return [...made, ...deleted];
}

/** G2: all successful answers to one key are identical, byte for byte. */
export function oneAnswerAKey({ attempts }: History): Finding[] {
  const answered = attempts.filter(({ outcome, answer }) => outcome === 'ok' && answer);
  return byKey(answered)
    .filter(([, answers]) => new Set(answers.map((one) => `${one.status} ${one.answer}`)).size > 1)
    .map(([key, answers]) => ({
      invariant: 'one-answer-a-key',
      says: `key ${key} was answered in ${new Set(answers.map(({ answer }) => answer)).size} ways`,
      about: { key },
    }));
}

function creations(attempts: readonly Attempt[]): Attempt[] {
  return attempts.filter(({ op }) => op === 'create');
}

function commentOf({ commentId }: Attempt): string | undefined {
  return commentId;
}

function byKey(attempts: readonly Attempt[]): [string, Attempt[]][] {
  const keys = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const known = keys.get(attempt.key);
    if (known) known.push(attempt);
    else keys.set(attempt.key, [attempt]);
  }
  return [...keys];
}
