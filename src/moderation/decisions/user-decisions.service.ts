import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import type { Asker } from '../../users/viewer/asker.js';
import { normalise } from '../../text/plain/text-gate.js';
import { AuthorshipRepository } from '../../comments/authors/authorship.repository.js';
import type { UserEntity } from '../../users/accounts/user.entity.js';
import type { GivenStanding, Member } from '../../users/viewer/viewer.js';
import { DecisionAccessService } from '../access/decision-access.service.js';
import type { Case, OpenCase } from '../access/decision-access.repository.js';
import { BulkRepository } from '../bulk/bulk.repository.js';
import { BulkService } from '../bulk/bulk.service.js';
import type { UserAction } from '../terms/decision-actions.js';
import { DecisionRecords } from '../log/decision-records.js';
import type { DecisionView } from '../terms/decision-view.dto.js';
import type { CaseView, DecideUserDto, UserDecisionView } from './decisions.dto.js';
import { DecisionsRepository, type MadeDecision } from '../log/decisions.repository.js';
import type { Reversal, Reverser } from './reversal.js';
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

/** Decisions of moderators on accounts, and their undo. */
@Injectable()
export class UserDecisionsService implements Reverser {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly records: DecisionRecords,
    private readonly sanctions: UserSanctions,
    private readonly closing: CaseClosingRepository,
    private readonly access: DecisionAccessService,
    private readonly bulk: BulkService,
    private readonly jobs: BulkRepository,
    private readonly authorships: AuthorshipRepository,
    private readonly acts: Acts,
  ) {}

  /** An account with all decisions on it. */
  async getCase(ref: string): Promise<CaseView> {
    const user = await this.sanctions.get(ref);
    const decisions = await this.decisions.listOnUser(user.id, HISTORY);
    return { user: toJudgedView(user), bio: user.bio, decisions };
  }

  /**
   * A ban ends all sessions and their sockets. The holder may sign in again to see the reason and
   * to export their data.
   * @param ref an id or a user name
   * @throws NotAbove also for oneself
   * @throws what `DecisionAccessService.authoriseOnUser` does, except for a note: it decides
   * nothing, so any moderator may add one
   * @throws VersionConflict when the account has changed since the moderator read it
   * @throws DecisionDoesNotFit when there is nothing to change
   */
  async decide(
    member: Asker,
    ref: string,
    input: DecideUserDto,
  ): Promise<Answer<UserDecisionView>> {
    assertComplete(input);
    return this.acts.once(member.idempotencyKey, async (act) => {
      const { user, member: now } = await this.sanctions.lock(act, member, ref);
      const found =
        input.action === 'note' ? null : await this.access.authoriseOnUser(act, now, user.id);
      if (input.version !== undefined && input.version !== user.version) {
        throw new VersionConflict();
      }
      assertFits(user, input);
      await this.assertNotTakenOver(act, user);
      const decision = await this.record(act, member, user, input, found);
      const changed = await this.carryOut(act, user, input, decision);
      const removal = input.removeDays
        ? await this.bulk.removeLatest(act, member, user.id, input.removeDays, decision)
        : null;
      return created({ decision, user: toJudgedView(changed), removal });
    });
  }

  /**
   * @throws what `DecisionAccessService.authoriseOnUser` does
   * @throws VersionConflict when there is a later decision, or this one has expired
   * @throws DecisionDoesNotFit when the former state is no longer stored
   */
  async putBack(act: Act, member: Member, made: MadeDecision): Promise<Reversal> {
    const { action, before } = made;
    const { user, member: now } = await this.sanctions.lock(act, member, made.userId!);
    const { ties } = await this.access.authoriseOnUser(act, now, user.id, made.id);
    if (action === 'warn') return { ties, user: toJudgedView(user) };
    const standing = STANDINGS[action as keyof typeof STANDINGS];
    if (!before) throw new DecisionDoesNotFit('The state before this decision is no longer kept.');
    const { given } = before as { given?: Profile };
    const stands = given ? isCalled(user, given) : user.standing === standing;
    if (!stands || !(await this.decisions.isLatestOnUser(act, made))) throw new VersionConflict();
    return { ties, user: toJudgedView(await this.reverse(act, user, made)) };
  }

  /**
   * Refuses a decision on a guest whose comments an account has claimed: it would affect nobody.
   */
  private async assertNotTakenOver(act: Act, { id, kind }: UserEntity): Promise<void> {
    const taker = kind === 'guest' ? await this.authorships.findTaker(act, id) : null;
    if (taker !== null)
      throw new DecisionDoesNotFit(
        `The account "${taker}" has claimed the comments of this guest; decide on that account.`,
      );
  }

  private record(
    act: Act,
    member: Member,
    user: UserEntity,
    input: DecideUserDto,
    found: Case | null,
  ): Promise<DecisionView> {
    const { standing, standingUntil } = user;
    const { escalated = false, item = null } = found ?? {};
    return this.records.write(act, {
      ...input,
      subject: 'user',
      userId: user.id,
      contentAt: user.createdAt,
      moderatorId: member.id,
      until: input.until === undefined ? null : new Date(input.until),
      ties: found?.ties,
      before:
        input.action === 'rename'
          ? { former: profileOf(user), given: renamedTo(user, input), escalated, item }
          : { standing, standingUntil, escalated },
    });
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

  private async reverse(
    act: Act,
    user: UserEntity,
    { id, action, before }: MadeDecision,
  ): Promise<UserEntity> {
    // Comments that were already removed stay removed; they can be restored by a separate job.
    if (action === 'ban') await this.jobs.cancel(act, 'decision_id', id);
    if (action === 'rename') {
      const { former, item = null } = before as { former: Profile; item?: OpenCase | null };
      const renamed = await this.sanctions.rename(act, user, former);
      await this.closing.reopenUser(act, user.id, { decisionId: id, item });
      return renamed;
    }
    const { standing, standingUntil } = before as {
      standing: GivenStanding;
      standingUntil: string | null;
    };
    const until = standingUntil === null ? null : new Date(standingUntil);
    return this.sanctions.setStanding(act, user, standing, until);
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

function assertFits(user: UserEntity, { action, until, username }: DecideUserDto): void {
  if (user.kind === 'imported')
    throw new DecisionDoesNotFit('Only accounts and guests can be decided on.');
  if (user.kind === 'guest' && username !== undefined)
    throw new DecisionDoesNotFit('A guest has no user name; give another displayName.');
  if (!isOfStanding(action)) return;
  // Suspending a suspended account again changes the end of the suspension.
  const same = user.standing === STANDINGS[action];
  if (same && (until === undefined || new Date(until).getTime() === user.standingUntil?.getTime()))
    throw new DecisionDoesNotFit(
      'The account already has this standing; a suspension can only be given another end.',
    );
}

function isCalled(user: UserEntity, { username, displayName, bio }: Profile): boolean {
  return user.username === username && user.displayName === displayName && user.bio === bio;
}
