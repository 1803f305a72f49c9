import type { Act } from '../../acts/acts.js';
import type { Member } from '../../users/viewer.js';
import type { MadeDecision } from '../log/decisions.repository.js';
import type { Tie } from '../terms/decision-actions.js';
import type { UndoView } from './decisions.dto.js';

/** A decision that can be taken back. */
export interface Reversal {
  /** What ties the moderator to what it is about. */
  ties?: readonly Tie[];
  /** Puts back what the decision changed. */
  putBack: () => Promise<Partial<Omit<UndoView, 'decision'>>>;
}

/** Takes decisions on comments, posts or accounts back. */
export interface Reverser {
  /**
   * Refuses what cannot be put back; changes nothing.
   * @throws VersionConflict when it is no longer as the decision left it
   */
  prepare(act: Act, member: Member, made: MadeDecision): Promise<Reversal>;
}
