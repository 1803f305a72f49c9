import { Injectable } from '@nestjs/common';
import { CommentsRepository } from '../../comments/shape/comments.repository.js';
import type { Queryable } from '../../database/database.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, nothing } from '../../input/answer.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import type { Intent } from '../../acts/intent.js';
import { Authority } from '../../users/authority.js';
import { UsersRepository } from '../../users/users.repository.js';
import type { Member } from '../../users/viewer.js';
import { QueueItemNotFound } from '../terms/moderation.errors.js';
import { type OpenItem, QueueItemsRepository } from './queue-items.repository.js';

/** What moderators leave to administrators. */
@Injectable()
export class EscalationService {
  constructor(
    private readonly items: QueueItemsRepository,
    private readonly comments: CommentsRepository,
    private readonly users: UsersRepository,
    private readonly authority: Authority,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
  ) {}

  /** @throws QueueItemNotFound */
  async escalate(member: Member, id: string, intent: Intent | null): Promise<Answer<void>> {
    const ask = (from: Queryable) => this.items.getOpen(id, from);
    const work = async (act: Act) => {
      const item = await this.getOpenLocked(act, id);
      await this.authority.confirm(act, member, 'staff');
      if (item.kind === 'escalated') return nothing;
      await this.items.escalate(act, item, member.id);
      await this.items.signal(act, { ...item, kind: 'escalated' }, 'escalated', member.id);
      return nothing;
    };
    return this.acts.once(intent, work, ask);
  }

  /** @throws QueueItemNotFound also when it is not escalated */
  async takeBack(member: Member, id: string, intent: Intent | null): Promise<Answer<void>> {
    const ask = (from: Queryable) => this.getEscalated(from, id);
    const work = async (act: Act) => {
      await this.getOpenLocked(act, id);
      await this.authority.confirm(act, member, 'admin');
      const item = await ask(act);
      await this.items.deescalate(act, id);
      const after = await this.items.findOpen(id, act);
      await this.items.signal(act, after ?? item, after ? 'changed' : 'gone', member.id);
      return nothing;
    };
    return this.acts.once(intent, work, ask);
  }

  /** As decisions see it: one comes before or after, and is not undone by what was seen before it. */
  private async getOpenLocked(act: Act, id: string): Promise<OpenItem> {
    const { subject } = await this.items.getOpen(id, act);
    if (subject === 'user') await this.users.lock(act, id);
    else await this.log.lock(act, (await this.comments.findPostId(id, act))!);
    return this.items.getOpen(id, act);
  }

  private async getEscalated(from: Queryable, id: string): Promise<OpenItem> {
    const item = await this.items.getOpen(id, from);
    if (item.kind !== 'escalated') throw new QueueItemNotFound();
    return item;
  }
}
