import type { Act } from '../../acts/acts.js';
import type { Member } from '../../users/viewer/viewer.js';
import type { MadeDecision } from '../log/decisions.repository.js';
import type { Tie } from '../terms/decision-actions.js';
import type { UndoView } from './decisions.dto.js';

/** The subject as it is again, and the moderator's ties to it. */
export type Reversal = Partial<Omit<UndoView, 'decision'>> & { ties?: readonly Tie[] };

/** Takes decisions on comments, posts or accounts back. */
export interface Reverser {
  /**
   * Reverses the change of a decision.
   * @throws VersionConflict when it is no longer as the decision left it
   */
  putBack(act: Act, member: Member, made: MadeDecision): Promise<Reversal>;
}
