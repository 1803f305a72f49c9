import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import { type Answer, done, nothing } from '../../input/answer.js';
import type { Intent } from '../../acts/intent.js';
import { Authority } from '../../users/authority.js';
import { isAdmin, type Member } from '../../users/viewer.js';
import { ClaimsRepository } from './claims.repository.js';
import { AlreadyClaimed } from '../terms/moderation.errors.js';
import { QueueItemsRepository } from './queue-items.repository.js';
import type { ClaimView } from './queue.dto.js';

/**
 * Who works on what. A claim says so to the others and forbids them nothing: of two decisions the
 * version lets one through.
 */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly items: QueueItemsRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  /**
   * Takes an item or renews the claim.
   * @throws QueueItemNotFound
   * @throws AlreadyClaimed
   */
  async claim(member: Member, id: string, intent: Intent | null): Promise<Answer<ClaimView>> {
    return this.acts.once(intent, async (act) => {
      const item = await this.items.getOpen(id, act);
      const { id: moderatorId, sessionId } = await this.authority.confirm(act, member, 'staff');
      const taken = await this.claims.take(act, id, { moderatorId, sessionId });
      if (!taken) throw new AlreadyClaimed();
      if (taken.fresh) await this.items.signal(act, item, 'claimed', member.id);
      return done(taken.claim);
    });
  }

  /**
   * Releases an item. Releasing an unclaimed item changes nothing. Administrators release for others, too.
   * @throws AlreadyClaimed when it is somebody else's
   */
  async release(member: Member, id: string, intent: Intent | null): Promise<Answer<void>> {
    return this.acts.once(intent, async (act) => {
      const item = await this.items.getOpen(id, act);
      const now = await this.authority.confirm(act, member, 'staff');
      const released = await this.claims.release(act, id, member.id, isAdmin(now));
      if (released) await this.items.signal(act, item, 'released', member.id);
      else if (await this.claims.isTakenByOther(act, id, member.id)) throw new AlreadyClaimed();
      return nothing;
    });
  }
}
