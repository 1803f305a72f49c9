import { Injectable } from '@nestjs/common';
import { ThreadLocks } from '../../comments/status/thread-locks.js';
import type { Queryable } from '../../database/database.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, done, nothing } from '../../input/answer.js';
import type { Asker } from '../../users/viewer/asker.js';
import { Authority } from '../../users/accounts/authority.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { isAdmin } from '../../users/viewer/viewer.js';
import { DecisionAccessService } from '../access/decision-access.service.js';
import { ClaimsRepository } from './claims.repository.js';
import { AlreadyClaimed, QueueItemNotFound } from '../terms/moderation.errors.js';
import { type OpenItem, QueueItemsRepository } from './queue-items.repository.js';
import type { ClaimView } from './queue.dto.js';

/**
 * Assigns queue items. A claim informs other moderators and blocks nobody: if two decide, the
 * version check accepts one. An escalation leaves the item to administrators.
 */
@Injectable()
export class QueueItemsService {
  constructor(
    private readonly items: QueueItemsRepository,
    private readonly claims: ClaimsRepository,
    private readonly access: DecisionAccessService,
    private readonly threads: ThreadLocks,
    private readonly users: UsersRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  /**
   * Claims an item or renews the claim.
   * @throws QueueItemNotFound
   * @throws what `DecisionAccessService.authorise` does, because a moderator who may not decide
   * must not block an item
   * @throws AlreadyClaimed
   */
  async claim(member: Asker, id: string): Promise<Answer<ClaimView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      const item = await this.items.getOpen(id, act);
      const now = await this.authority.confirm(act, member, 'staff');
      await this.access.authoriseOnItem(act, now, item);
      const taken = await this.claims.take(act, id, member);
      if (!taken) throw new AlreadyClaimed();
      if (taken.fresh) await this.items.signal(act, item, 'claimed', member.id);
      return done(taken.claim);
    });
  }

  /**
   * Releases an item. Releasing an unclaimed item changes nothing. Administrators can release the
   * claims of others.
   * @throws AlreadyClaimed when somebody else has claimed it
   */
  async release(member: Asker, id: string): Promise<Answer<void>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      const item = await this.items.getOpen(id, act);
      const now = await this.authority.confirm(act, member, 'staff');
      const released = await this.claims.release(act, id, member.id, isAdmin(now));
      if (released) await this.items.signal(act, item, 'released', member.id);
      else if (await this.claims.isTakenByOther(act, id, member.id)) throw new AlreadyClaimed();
      return nothing;
    });
  }

  /**
   * @throws QueueItemNotFound
   * @throws CommentNotFound when its post was deleted meanwhile
   */
  async escalate(member: Asker, id: string): Promise<Answer<void>> {
    const ask = (from: Queryable) => this.items.getOpen(id, from);
    const work = async (act: Act) => {
      const item = await this.getOpenLocked(act, id);
      await this.authority.confirm(act, member, 'staff');
      if (item.kind === 'escalated') return nothing;
      await this.items.escalate(act, item, member.id);
      await this.items.signal(act, { ...item, kind: 'escalated' }, 'escalated', member.id);
      return nothing;
    };
    return this.acts.once(member.idempotencyKey, work, ask);
  }

  /**
   * Revokes an escalation. It may close the item, so it counts as a decision on it.
   * @throws QueueItemNotFound also when it is not escalated
   * @throws ConflictOfInterest
   */
  async deescalate(member: Asker, id: string): Promise<Answer<void>> {
    const ask = async (from: Queryable) => {
      const item = await this.items.getOpen(id, from);
      if (item.kind !== 'escalated') throw new QueueItemNotFound();
      return item;
    };
    const work = async (act: Act) => {
      await this.getOpenLocked(act, id);
      const now = await this.authority.confirm(act, member, 'admin');
      const item = await ask(act);
      await this.access.authoriseOnItem(act, now, item);
      await this.items.deescalate(act, id);
      const after = await this.items.findOpen(id, act);
      await this.items.signal(act, after ?? item, after ? 'changed' : 'gone', member.id);
      return nothing;
    };
    return this.acts.once(member.idempotencyKey, work, ask);
  }

  /**
   * Takes the lock that decisions take. It serialises them, so no decision is overwritten by an
   * older state.
   */
  private async getOpenLocked(act: Act, id: string): Promise<OpenItem> {
    const { subject } = await this.items.getOpen(id, act);
    if (subject === 'user') await this.users.lock(act, id);
    else await this.threads.lock(act, id);
    return this.items.getOpen(id, act);
  }
}
