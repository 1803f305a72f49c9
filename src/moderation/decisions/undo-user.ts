import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import type { UserEntity } from '../../users/user.entity.js';
import type { Member, Standing } from '../../users/viewer.js';
import { BulkRepository } from '../bulk/bulk.repository.js';
import { DecisionsRepository, type MadeDecision } from '../log/decisions.repository.js';
import { DecisionDoesNotFit, VersionConflict } from '../terms/moderation.errors.js';
import type { Reversal, Reverser } from './reversal.js';
import { type Profile, STANDINGS, toJudgedView, UserSanctions } from './user-sanctions.js';

/** Taking a decision on an account back. */
@Injectable()
export class UndoUser implements Reverser {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly sanctions: UserSanctions,
    private readonly jobs: BulkRepository,
  ) {}

  /**
   * @throws VersionConflict when somebody has decided again, or it has ended by itself
   * @throws DecisionDoesNotFit when what was before is no longer known
   */
  async prepare(act: Act, member: Member, made: MadeDecision): Promise<Reversal> {
    const { action, before } = made;
    const user = await this.sanctions.lock(act, member, made.userId!);
    const put = (now: UserEntity) => ({ user: toJudgedView(now) });
    if (action === 'warn') return { putBack: () => Promise.resolve(put(user)) };
    const standing = STANDINGS[action as keyof typeof STANDINGS];
    if (!before) throw new DecisionDoesNotFit('What was before this decision is no longer kept.');
    const stands =
      action === 'rename' ? isCalled(user, before.given as Profile) : user.standing === standing;
    if (!stands || !(await this.decisions.isLatestOnUser(act, made))) throw new VersionConflict();
    return { putBack: async () => put(await this.putBack(act, user, made)) };
  }

  private async putBack(
    act: Act,
    user: UserEntity,
    { id, action, before }: MadeDecision,
  ): Promise<UserEntity> {
    // What the removal has done by now is put back by a job of its own, where it is wanted.
    if (action === 'ban') await this.jobs.cancel(act, 'decision_id', id);
    if (action === 'rename') {
      return this.sanctions.rename(act, user, before!.former as Profile);
    }
    const { standing, standingUntil } = before as {
      standing: Standing;
      standingUntil: string | null;
    };
    const until = standingUntil === null ? null : new Date(standingUntil);
    return this.sanctions.setStanding(act, user, standing, until);
  }
}

function isCalled(user: UserEntity, { username, displayName, bio }: Profile): boolean {
  return user.username === username && user.displayName === displayName && user.bio === bio;
}
