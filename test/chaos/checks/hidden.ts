import type { History } from '../history.js';
import type { Finding } from './finding.js';

/** G5: soon after an acknowledged ban, no socket of the account is open and none reconnects. */
export function nothingAfterABan({ afterBan }: History): Finding[] {
  return afterBan
    .filter(({ what, after, within }) => what === 'returned' || after > within)
    .map(({ proc, userId, what, after }) => ({
      invariant: 'nothing-after-a-ban',
      says: `${proc} of ${userId}: ${what} ${Math.round(after)} ms after the ban`,
      about: { proc, key: userId },
    }));
}

/** G4: a removed text is no longer sent one second after the removal was acknowledged. */
export function nothingRemovedIsRead({ attempts }: History): Finding[] {
  return attempts
    .filter(({ op }) => op === 'leak')
    .map(({ proc, commentId, key }) => ({
      invariant: 'nothing-removed-is-read',
      says: `${proc} was sent the text of comment ${commentId}, which had been removed`,
      about: { proc, commentId, key },
    }));
}
