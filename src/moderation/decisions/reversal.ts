import type { Act } from '../../acts/acts.js';
import type { Member } from '../../users/viewer/viewer.js';
import type { MadeDecision } from '../log/decisions.repository.js';
import type { Tie } from '../terms/decision-actions.js';
import type { UndoView } from './decisions.dto.js';

/** The restored subject, and the moderator's ties to it. */
export type Reversal = Partial<Omit<UndoView, 'decision'>> & { ties?: readonly Tie[] };

/** Undoes decisions on comments, posts or accounts. */
export interface Reverser {
  /**
   * Reverses the change of a decision.
   * @throws VersionConflict when the state has changed since the decision
   */
  putBack(act: Act, member: Member, made: MadeDecision): Promise<Reversal>;
}
