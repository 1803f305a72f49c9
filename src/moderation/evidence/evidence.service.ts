import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import { decodeNumberCursor, pageOf } from '../../database/keyset.js';
import { type Answer, done, nothing } from '../../input/answer.js';
import type { PageQuery } from '../../input/paging.js';
import { Authority } from '../../users/accounts/authority.js';
import type { Asker } from '../../users/viewer/asker.js';
import { DecisionsRepository, type MadeDecision } from '../log/decisions.repository.js';
import type { Action } from '../terms/decision-actions.js';
import { DecisionDoesNotFit, DecisionNotFound } from '../terms/moderation.errors.js';
import { type EvidenceHoldView, type EvidenceView, type HoldEvidenceDto } from './evidence.dto.js';
import { EvidenceRepository } from './evidence.repository.js';

const DAY_MS = 86_400_000;
const TEXTS = 'e';

/** These actions concern only moderators, or have no content of their own. */
const WITHOUT_EVIDENCE: readonly Action[] = ['note', 'dismiss', 'undo'];

/**
 * Holds the subject of a decision back from erasure for a stated time. It is a copy: nothing else
 * depends on it, and it is deleted at the end of the hold.
 */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly decisions: DecisionsRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  /**
   * Holds the evidence of a decision. A repetition changes the end and the reason, and keeps the
   * copies.
   * @throws DecisionNotFound
   * @throws DecisionDoesNotFit when the decision is about neither a comment nor an account, or no
   * text is left
   */
  async hold(
    member: Asker,
    id: string,
    { days, reason }: HoldEvidenceDto,
  ): Promise<Answer<EvidenceHoldView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.authority.confirm(act, member, 'admin');
      assertHasEvidence(await this.decisions.findMade(id, act));
      const until = new Date(Date.now() + days * DAY_MS);
      const hold = { decisionId: id, until, reason, heldBy: member.id };
      await this.evidence.deleteEnded(act, id);
      const texts = await this.evidence.take(act, hold);
      if (texts === 0) throw new DecisionDoesNotFit('No text of the decision is kept any longer.');
      if (texts === null) await this.evidence.change(act, hold);
      return done((await this.evidence.find(id, act))!);
    });
  }

  /**
   * Ends a hold at once.
   * @throws DecisionNotFound
   */
  async release(member: Asker, id: string): Promise<Answer<void>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.authority.confirm(act, member, 'admin');
      if (!(await this.decisions.findMade(id, act))) throw new DecisionNotFound();
      await this.evidence.delete(act, id);
      return nothing;
    });
  }

  /** @throws DecisionNotFound */
  async get(id: string, { limit = 20, cursor }: PageQuery): Promise<EvidenceView> {
    const after = cursor === undefined ? 0 : decodeNumberCursor(TEXTS, cursor);
    if (!(await this.decisions.findMade(id))) throw new DecisionNotFound();
    const rows = await this.evidence.listTexts(id, after, limit + 1);
    const page = pageOf(rows, limit, ({ number }) => `${TEXTS}${number}`);
    const items = page.items.map(({ number: _number, ...text }) => text);
    return { hold: await this.evidence.find(id), items, nextCursor: page.nextCursor };
  }
}

function assertHasEvidence(made: MadeDecision | null): void {
  if (!made) throw new DecisionNotFound();
  if (made.subject === 'post' || WITHOUT_EVIDENCE.includes(made.action))
    throw new DecisionDoesNotFit(
      'Only decisions on a comment or an account have evidence; notes, dismissals and undos have none.',
    );
}
