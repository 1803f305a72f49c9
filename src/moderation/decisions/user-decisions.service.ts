import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import type { Intent } from '../../acts/intent.js';
import { normalise } from '../../text/gate.js';
import type { UserEntity } from '../../users/user.entity.js';
import type { Member } from '../../users/viewer.js';
import type { BulkJobView } from '../bulk/bulk.dto.js';
import { BulkService } from '../bulk/bulk.service.js';
import type { UserAction } from '../terms/decision-actions.js';
import { DecisionRecords } from '../log/decision-records.js';
import type { DecisionView } from '../terms/decision-view.dto.js';
import type { CaseView, DecideUserDto, UserDecisionView } from './decisions.dto.js';
import { DecisionsRepository } from '../log/decisions.repository.js';
import { DecisionDoesNotFit, VersionConflict } from '../terms/moderation.errors.js';
import { CaseClosingRepository } from '../queue/case-closing.repository.js';
import { assertComplete } from './user-decision-input.js';
import {
  type Profile,
  profileOf,
  STANDINGS,
  toJudgedView,
  UserSanctions,
} from './user-sanctions.js';

const HISTORY = 50;

/** What moderators decide on accounts. */
@Injectable()
export class UserDecisionsService {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly records: DecisionRecords,
    private readonly sanctions: UserSanctions,
    private readonly closing: CaseClosingRepository,
    private readonly bulk: BulkService,
    private readonly acts: Acts,
  ) {}

  /** An account with everything that was decided on it. */
  async getCase(ref: string): Promise<CaseView> {
    const user = await this.sanctions.get(ref);
    const decisions = await this.decisions.listOnUser(user.id, HISTORY);
    return { user: toJudgedView(user), bio: user.bio, decisions };
  }

  /**
   * A ban ends no session: its holder may still see why, and take their own data along. The signal
   * cuts the sockets of every node.
   * @param ref an id or a user name
   * @throws NotAbove also for oneself
   * @throws VersionConflict when the account is no longer what the moderator saw
   * @throws DecisionDoesNotFit when there is nothing to change
   */
  async decide(
    member: Member,
    ref: string,
    input: DecideUserDto,
    intent: Intent | null,
  ): Promise<Answer<UserDecisionView>> {
    assertComplete(input);
    return this.acts.once(intent, async (act) => {
      const user = await this.sanctions.lock(act, member, ref);
      if (input.version !== undefined && input.version !== user.version) {
        throw new VersionConflict();
      }
      assertFits(user, input);
      const decision = await this.record(act, member, user, input);
      const changed = await this.carryOut(act, user, input, decision);
      const removal = await this.removeLatest(act, member, user, decision, input.removeDays);
      return created({ decision, user: toJudgedView(changed), removal });
    });
  }

  private record(
    act: Act,
    member: Member,
    user: UserEntity,
    input: DecideUserDto,
  ): Promise<DecisionView> {
    const { standing, standingUntil } = user;
    return this.records.write(act, {
      ...input,
      subject: 'user',
      userId: user.id,
      contentAt: user.createdAt,
      moderatorId: member.id,
      until: input.until === undefined ? null : new Date(input.until),
      before:
        input.action === 'rename'
          ? { former: profileOf(user), given: renamedTo(user, input) }
          : { standing, standingUntil },
    });
  }

  /** What a banned account wrote is removed by a job that begins with the ban. */
  private removeLatest(
    act: Act,
    member: Member,
    { id: author }: UserEntity,
    { id: decisionId, reason, rule, text }: DecisionView,
    days: number | undefined,
  ): Promise<BulkJobView | null> {
    if (days === undefined) return Promise.resolve(null);
    const since = new Date(Date.now() - days * 86_400_000);
    const grounds = { reason, rule, text };
    return this.bulk.removeAllOf(act, member, { author, since }, grounds, decisionId);
  }

  private async carryOut(
    act: Act,
    user: UserEntity,
    input: DecideUserDto,
    { id: decisionId, moderator, until }: DecisionView,
  ): Promise<UserEntity> {
    const { action } = input;
    if (isOfStanding(action)) {
      const end = until === null ? null : new Date(until);
      return this.sanctions.setStanding(act, user, STANDINGS[action], end);
    }
    if (action !== 'rename') return user;
    const renamed = await this.sanctions.rename(act, user, renamedTo(user, input));
    const closing = { decisionId, moderatorId: moderator!.id, action, outcome: 'agreed' } as const;
    await this.closing.settleUser(act, user.id, closing);
    return renamed;
  }
}

function renamedTo(user: UserEntity, input: DecideUserDto): Profile {
  const { username, displayName, bio } = profileOf(user);
  return {
    username: input.username ?? username,
    displayName: input.displayName ? normalise(input.displayName) : displayName,
    bio: input.clearBio ? '' : bio,
  };
}

function isOfStanding(action: UserAction): action is keyof typeof STANDINGS {
  return action in STANDINGS;
}

function assertFits(user: UserEntity, { action, until }: DecideUserDto): void {
  if (user.kind !== 'member') throw new DecisionDoesNotFit('Only accounts can be decided on.');
  if (!isOfStanding(action)) return;
  // A suspension may be given another end.
  const same = user.standing === STANDINGS[action];
  if (same && (until === undefined || new Date(until).getTime() === user.standingUntil?.getTime()))
    throw new DecisionDoesNotFit(
      'Ban an account that is not banned, reinstate one that is; it is so already.',
    );
}
