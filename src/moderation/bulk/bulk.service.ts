import { Injectable } from '@nestjs/common';
import type { PageQuery } from '../../input/paging.js';
import { firstIdAt, newId, NIL } from '../../database/ids.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created, done } from '../../input/answer.js';
import type { Asker } from '../../users/viewer/asker.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { Authority } from '../../users/accounts/authority.js';
import type { Member } from '../../users/viewer/viewer.js';
import {
  type BulkItemListView,
  type BulkJobListView,
  type BulkJobView,
  MAX_FILTERED,
  type StartBulkDto,
} from './bulk.dto.js';
import { BulkRepository } from './bulk.repository.js';
import type { DecisionView } from '../terms/decision-view.dto.js';
import { needsReason } from '../terms/decision-actions.js';
import { BulkJobNotFound, DecisionDoesNotFit } from '../terms/moderation.errors.js';
import { requireReason } from '../../comments/shape/reason-codes.js';
import { newestFirst, pageOf, decodeNumberCursor } from '../../database/keyset.js';

const ORDER = 'b';
const ITEM_ORDER = 'i';

/** Jobs of decisions on many comments. `BulkRunner` carries them out. */
@Injectable()
export class BulkService {
  constructor(
    private readonly jobs: BulkRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  async start(member: Asker, input: StartBulkDto): Promise<Answer<BulkJobView>> {
    if (needsReason(input.action)) requireReason(input.reason);
    assertSelects(input);
    return this.acts.once(member.idempotencyKey, async (act) => {
      await this.authority.confirm(act, member, 'staff');
      const id = newId();
      await this.jobs.insert(act, { ...input, id, moderatorId: member.id, decisionId: null });
      const total = input.comments
        ? await this.jobs.insertSelected(act, id, input.comments)
        : await this.jobs.insertFiltered(act, id, input, MAX_FILTERED);
      if (total > MAX_FILTERED) {
        const detail = `More than ${MAX_FILTERED} comments fit; narrow the filter.`;
        throw InvalidInput.at('/since', detail);
      }
      await this.jobs.setTotal(act, id, total);
      return created((await this.jobs.find(id, act))!);
    });
  }

  /**
   * Removes the comments of an author of the last days, in any number. The job selects them and
   * decides on them piece by piece; the first piece is selected here.
   * @param decision the decision that requests it
   */
  async removeLatest(
    act: Act,
    member: Member,
    author: string,
    days: number,
    { id: decisionId, reason, rule, text }: DecisionView,
  ): Promise<BulkJobView> {
    const id = newId();
    const since = firstIdAt(new Date(Date.now() - days * 86_400_000));
    await this.jobs.insert(act, {
      id,
      moderatorId: member.id,
      decisionId,
      action: 'remove',
      reason,
      rule,
      text,
      rest: { author, since, post: NIL, comment: NIL },
    });
    await this.jobs.setTotal(act, id, await this.jobs.insertRest(act, id));
    return (await this.jobs.find(id, act))!;
  }

  /** @throws DecisionDoesNotFit when it has ended */
  async cancel(member: Asker, id: string): Promise<Answer<BulkJobView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      const cancelled = await this.jobs.cancel(act, 'id', id);
      await this.authority.confirm(act, member, 'staff');
      if (cancelled) return done((await this.jobs.find(id, act))!);
      await this.get(id, act);
      throw new DecisionDoesNotFit('The job has already ended.');
    });
  }

  /** @throws BulkJobNotFound */
  async get(id: string, act?: Act): Promise<BulkJobView> {
    const job = await this.jobs.find(id, act);
    if (!job) throw new BulkJobNotFound();
    return job;
  }

  list(query: PageQuery): Promise<BulkJobListView> {
    return newestFirst(ORDER, query, (limit, before) => this.jobs.list(limit, before));
  }

  /** The outcome of each comment. */
  async listItems(id: string, { limit = 20, cursor }: PageQuery): Promise<BulkItemListView> {
    const after = cursor === undefined ? 0 : decodeNumberCursor(ITEM_ORDER, cursor);
    await this.get(id);
    const rows = await this.jobs.listItems(id, after, limit + 1);
    // Positions count from one, without gaps.
    return pageOf(rows, limit, () => `${ITEM_ORDER}${after + limit}`);
  }
}

/**
 * A request must name comments or a filter, so that nobody decides on everything by accident.
 * @throws InvalidInput when it names both or neither
 */
function assertSelects({ comments, author, post, kind, since, job }: StartBulkDto): void {
  const narrows = [author, post, kind, job].some((given) => given !== undefined);
  if (comments !== undefined && (narrows || since !== undefined)) {
    throw InvalidInput.at('/comments', 'Give a selection or a filter, not both.');
  }
  if (comments === undefined && !narrows) {
    throw InvalidInput.at('/comments', 'Give comments, or a filter by author, post, kind or job.');
  }
}
