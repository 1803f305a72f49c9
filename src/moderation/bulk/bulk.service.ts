import { Injectable } from '@nestjs/common';
import { NIL } from 'uuid';
import { firstIdAt, newId } from '../../database/ids.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created, done } from '../../input/answer.js';
import type { Intent } from '../../acts/intent.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { Authority } from '../../users/authority.js';
import type { Member } from '../../users/viewer.js';
import { filterOf } from './bulk-selection.js';
import {
  type BulkItemListView,
  type BulkItemsQuery,
  type BulkJobListView,
  type BulkJobView,
  MAX_FILTERED,
  type StartBulkDto,
} from './bulk.dto.js';
import { BulkRepository } from './bulk.repository.js';
import type { GroundsDto } from '../terms/decision-reason.dto.js';
import { needsReason } from '../terms/decision-actions.js';
import { BulkJobNotFound, DecisionDoesNotFit } from '../terms/moderation.errors.js';
import { requireReason } from '../../comments/shape/reasons.js';
import { newestFirst, pageOf, decodeNumberCursor } from '../../database/keyset.js';

const ORDER = 'b';
const ITEM_ORDER = 'i';
/** Before every id. */

/** Decisions on many comments, which are carried out by and by: see `BulkRunner`. */
@Injectable()
export class BulkService {
  constructor(
    private readonly jobs: BulkRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  async start(
    member: Member,
    input: StartBulkDto,
    intent: Intent | null,
  ): Promise<Answer<BulkJobView>> {
    if (needsReason(input.action)) requireReason(input.reason);
    const filter = filterOf(input);
    return this.acts.once(intent, async (act) => {
      await this.authority.confirm(act, member, 'staff');
      const id = newId();
      await this.jobs.insert(act, { ...input, id, moderatorId: member.id, decisionId: null });
      const total = filter
        ? await this.jobs.insertFiltered(act, id, input.action, filter, MAX_FILTERED)
        : await this.jobs.insertSelected(act, id, input.comments!);
      if (total > MAX_FILTERED) {
        const detail = `More than ${MAX_FILTERED} comments fit; narrow the filter.`;
        throw InvalidInput.at('/since', detail);
      }
      await this.jobs.setTotal(act, id, total);
      return created((await this.jobs.find(id, act))!);
    });
  }

  /**
   * Removes what an author wrote since a time, however much it is: selected and decided on piece by
   * piece, of which the first is selected here.
   * @param decisionId the decision that has set it going
   */
  async removeAllOf(
    act: Act,
    member: Member,
    { author, since }: { author: string; since: Date },
    grounds: GroundsDto,
    decisionId: string,
  ): Promise<BulkJobView> {
    const id = newId();
    const rest = { author, since: firstIdAt(since), post: NIL, comment: NIL };
    const action = 'remove';
    const moderatorId = member.id;
    await this.jobs.insert(act, { ...grounds, id, moderatorId, decisionId, action, rest });
    await this.jobs.setTotal(act, id, await this.jobs.insertRest(act, id));
    return (await this.jobs.find(id, act))!;
  }

  /** @throws DecisionDoesNotFit when it has ended */
  async cancel(member: Member, id: string, intent: Intent | null): Promise<Answer<BulkJobView>> {
    return this.acts.once(intent, async (act) => {
      const cancelled = await this.jobs.cancel(act, id);
      await this.authority.confirm(act, member, 'staff');
      if (cancelled) return done((await this.jobs.find(id, act))!);
      await this.get(id, act);
      throw new DecisionDoesNotFit('The job has ended already.');
    });
  }

  /** @throws BulkJobNotFound */
  async get(id: string, act?: Act): Promise<BulkJobView> {
    const job = await this.jobs.find(id, act);
    if (!job) throw new BulkJobNotFound();
    return job;
  }

  list(query: BulkItemsQuery): Promise<BulkJobListView> {
    return newestFirst(ORDER, query, (limit, before) => this.jobs.list(limit, before));
  }

  /** What became of each comment. */
  async listItems(id: string, { limit = 20, cursor }: BulkItemsQuery): Promise<BulkItemListView> {
    const after = cursor === undefined ? 0 : decodeNumberCursor(ITEM_ORDER, cursor);
    await this.get(id);
    const rows = await this.jobs.listItems(id, after, limit + 1);
    // Places count from one, without a gap.
    return pageOf(rows, limit, () => `${ITEM_ORDER}${after + limit}`);
  }
}
