import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../database/database.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import type { Asker } from '../../users/viewer/asker.js';
import { Authority } from '../../users/accounts/authority.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { DecisionAccessService } from '../access/decision-access.service.js';
import type { DismissDto, DismissalView } from './decisions.dto.js';
import { DecisionsRepository } from '../log/decisions.repository.js';
import { QueueItemNotFound } from '../terms/moderation.errors.js';
import { QueueItemsRepository } from '../queue/queue-items.repository.js';
import { CaseClosingRepository } from '../queue/case-closing.repository.js';

/** Dismisses reports of names and bios. */
@Injectable()
export class NameDismissalsService {
  constructor(
    private readonly access: DecisionAccessService,
    private readonly authority: Authority,
    private readonly users: UsersRepository,
    private readonly items: QueueItemsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly closing: CaseClosingRepository,
    private readonly acts: Acts,
  ) {}

  /**
   * @throws QueueItemNotFound
   * @throws what `DecisionAccessService.authoriseOnUser` does
   */
  async dismiss(member: Asker, id: string, { note }: DismissDto): Promise<Answer<DismissalView>> {
    const ask = async (from: Queryable) => {
      const item = await this.items.getOpen(id, from);
      if (item.subject !== 'user') throw new QueueItemNotFound();
      return item;
    };
    const work = async (act: Act) => {
      // Serialised with other dismissals and escalations.
      await this.users.lock(act, id);
      await ask(act);
      const now = await this.authority.confirm(act, member, 'staff');
      const { ties } = await this.access.authoriseOnUser(act, now, id);
      const done = { action: 'dismiss', moderatorId: member.id } as const;
      const decision = await this.decisions.insert(act, {
        ...done,
        subject: 'user',
        userId: id,
        note,
        ties,
      });
      const decisionId = decision.id;
      await this.closing.settleUser(act, id, { ...done, decisionId, outcome: 'disagreed' });
      return created({ decision });
    };
    return this.acts.once(member.idempotencyKey, work, ask);
  }
}
