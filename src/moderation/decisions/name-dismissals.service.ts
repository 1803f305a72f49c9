import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../database/database.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import type { Intent } from '../../acts/intent.js';
import { Authority } from '../../users/authority.js';
import { UsersRepository } from '../../users/users.repository.js';
import { isAdmin, type Member } from '../../users/viewer.js';
import { isConflict } from '../terms/conflict-of-interest.js';
import type { DismissDto, DismissalView } from './decisions.dto.js';
import { DecisionsRepository } from '../log/decisions.repository.js';
import { ConflictOfInterest, Escalated, QueueItemNotFound } from '../terms/moderation.errors.js';
import { QueueItemsRepository } from '../queue/queue-items.repository.js';
import { CaseClosingService } from '../queue/case-closing.service.js';
import { UserFlagsRepository } from '../flags/user-flags.repository.js';

/** Reported names and bios in which moderation finds nothing wrong. */
@Injectable()
export class NameDismissalsService {
  constructor(
    private readonly flags: UserFlagsRepository,
    private readonly authority: Authority,
    private readonly users: UsersRepository,
    private readonly items: QueueItemsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly closing: CaseClosingService,
    private readonly acts: Acts,
  ) {}

  /**
   * Finds nothing wrong with a reported name or bio.
   * @throws QueueItemNotFound
   * @throws ConflictOfInterest
   * @throws Escalated
   */
  async dismiss(
    member: Member,
    id: string,
    { note }: DismissDto,
    intent: Intent | null,
  ): Promise<Answer<DismissalView>> {
    const ask = async (from: Queryable) => {
      const item = await this.items.getOpen(id, from);
      if (item.subject !== 'user') throw new QueueItemNotFound();
      return item;
    };
    const work = async (act: Act) => {
      // Another dismissal, or an escalation, comes before or after.
      await this.users.lock(act, id);
      const item = await ask(act);
      const now = await this.authority.confirm(act, member, 'staff');
      if (item.kind === 'escalated' && !isAdmin(now)) throw new Escalated();
      if (isConflict(await this.flags.findTies(act, member.id, id))) {
        throw new ConflictOfInterest();
      }
      const action = 'dismiss';
      const moderatorId = member.id;
      const decision = await this.decisions.insert(act, {
        subject: 'user',
        userId: id,
        moderatorId,
        action,
        note,
      });
      const decisionId = decision.id;
      await this.closing.settleUser(act, id, {
        decisionId,
        moderatorId,
        action,
        outcome: 'disagreed',
      });
      return created({ decision });
    };
    return this.acts.once(intent, work, ask);
  }
}
