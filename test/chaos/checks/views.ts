import type { History, LoggedEvent, View } from '../history.js';
import type { Finding } from './finding.js';
import { logOf } from './log.js';

/** G3: a client applies the log from its start on: no gap, no duplicate, no reordering. */
export function viewsAreWhole({ log, views }: History): Finding[] {
  const byPost = logOf(log);
  return views.flatMap((view) => {
    const expected = (byPost.get(view.postId) ?? []).filter(({ seq }) => seq > view.from);
    return firstDifference(view, expected) ?? [];
  });
}

function firstDifference(view: View, expected: readonly LoggedEvent[]): Finding | null {
  const { proc, postId, seen } = view;
  const length = Math.max(seen.length, expected.length);
  let last = view.from;
  for (let at = 0; at < length; at++) {
    const want = expected.at(at);
    const got = seen.at(at);
    const same =
      got &&
      want &&
      got.seq === want.seq &&
      got.type === want.type &&
      got.commentId === want.commentId;
    if (same) {
      last = got.seq;
      continue;
    }
    const says = !got
      ? `never saw seq ${want!.seq} (${want!.type}), the last it saw is ${last}`
      : got.seq <= last
        ? `saw seq ${got.seq} after seq ${last}`
        : !want
          ? `saw seq ${got.seq}, which the log does not have`
          : got.seq > want.seq
            ? `saw seq ${got.seq} after ${last} and missed ${want.seq}`
            : `saw ${got.type} of ${got.commentId} as seq ${got.seq}, which is ${want.type} of ${want.commentId}`;
    return {
      invariant: 'views-are-whole',
      says: `${proc} ${says}, of post ${postId}`,
      about: { proc, postId, seq: want?.seq ?? got!.seq },
    };
  }
  return null;
}

/** The latest version of a comment that a client knows equals the stored one. */
export function viewsAreCurrent({ stored, views }: History): Finding[] {
  const truth = new Map(stored.map((comment) => [comment.id, comment]));
  return views.flatMap(({ proc, postId, seen }) => {
    const newest = new Map<string, number>();
    for (const { commentId, version } of seen) {
      if (commentId === null || version === null) continue;
      newest.set(commentId, Math.max(newest.get(commentId) ?? 0, version));
    }
    for (const [commentId, version] of newest) {
      const now = truth.get(commentId);
      if (!now || now.version === version) continue;
      return [
        {
          invariant: 'views-are-current',
          says: `${proc} knows version ${version} of comment ${commentId}, which has ${now.version}`,
          about: { proc, postId, commentId },
        } satisfies Finding,
      ];
    }
    return [];
  });
}
