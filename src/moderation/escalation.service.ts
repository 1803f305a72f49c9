import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../events/acts.js';
import { type Answer, nothing } from '../events/answer.js';
import type { Intent } from '../events/intent.js';
import { isUuid } from '../text/uuid.js';
import type { Member } from '../users/viewer.js';
import { QueueItemNotFound } from './moderation.errors.js';
import { type OpenItem, QueueItemsRepository } from './queue-items.repository.js';

/** What moderators leave to administrators. */
@Injectable()
export class EscalationService {
  constructor(
    private readonly items: QueueItemsRepository,
    private readonly acts: Acts,
  ) {}

  /** @throws QueueItemNotFound */
  async escalate(member: Member, id: string, intent: Intent | null): Promise<Answer> {
    return this.acts.once(intent, async (act) => {
      const item = await this.getOpen(act, id);
      if (item.kind === 'escalated') return nothing;
      await this.items.escalate(act, item, member.id);
      await this.items.signal(act, { ...item, kind: 'escalated' }, 'escalated', member.id);
      return nothing;
    });
  }

  /** @throws QueueItemNotFound also when it is not escalated */
  async takeBack(member: Member, id: string, intent: Intent | null): Promise<Answer> {
    return this.acts.once(intent, async (act) => {
      const item = await this.getOpen(act, id);
      if (item.kind !== 'escalated') throw new QueueItemNotFound();
      await this.items.deescalate(act, id);
      const after = await this.items.findOpen(id, act);
      await this.items.signal(act, after ?? item, after ? 'changed' : 'gone', member.id);
      return nothing;
    });
  }

  private async getOpen(act: Act, id: string): Promise<OpenItem> {
    const item = isUuid(id) ? await this.items.findOpen(id, act) : null;
    if (!item) throw new QueueItemNotFound();
    return item;
  }
}
