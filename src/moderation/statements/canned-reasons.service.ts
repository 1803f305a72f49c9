import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import { type Answer, done } from '../../input/answer.js';
import { Authority } from '../../users/accounts/authority.js';
import type { Asker } from '../../users/viewer/asker.js';
import type {
  CannedReasonListView,
  CannedReasonView,
  ChangeCannedReasonDto,
} from './canned-reasons.dto.js';
import { CannedReasonsRepository } from './canned-reasons.repository.js';

/** The text of the site to authors for each reason, in each language. */
@Injectable()
export class CannedReasonsService {
  constructor(
    private readonly reasons: CannedReasonsRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  async list(): Promise<CannedReasonListView> {
    return { items: await this.reasons.list(), nextCursor: null };
  }

  change(member: Asker, change: ChangeCannedReasonDto): Promise<Answer<CannedReasonView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.authority.confirm(act, member, 'staff');
      return done(await this.reasons.change(act, change, member.id));
    });
  }
}
