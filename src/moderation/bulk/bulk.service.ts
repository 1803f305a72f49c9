import { Injectable } from '@nestjs/common';
import { firstIdAt, newId } from '../../database/ids.js';
import { decodeCursor, encodeCursor } from '../../database/keyset.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created, done } from '../../input/answer.js';
import type { Intent } from '../../acts/intent.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { isUuid } from '../../text/uuid.js';
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
import type { GroundsDto } from '../terms/grounds.dto.js';
import { needsReason } from '../terms/decision-actions.js';
import { BulkJobNotFound, DecisionDoesNotFit } from '../terms/moderation.errors.js';
import { requireReason } from '../../comments/shape/reasons.js';

const ORDER = 'b';
/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

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
    const rest = { author, since: firstIdAt(since), post: FIRST, comment: FIRST };
    const action = 'remove';
    const moderatorId = member.id;
    await this.jobs.insert(act, { ...grounds, id, moderatorId, decisionId, action, rest });
    await this.jobs.setTotal(act, id, await this.jobs.insertRest(act, id));
    return (await this.jobs.find(id, act))!;
  }

  /** @throws DecisionDoesNotFit when it has ended */
  async cancel(member: Member, id: string, intent: Intent | null): Promise<Answer<BulkJobView>> {
    return this.acts.once(intent, async (act) => {
      const cancelled = isUuid(id) && (await this.jobs.cancel(act, id));
      await this.authority.confirm(act, member, 'staff');
      if (cancelled) return done((await this.jobs.find(id, act))!);
      await this.get(id, act);
      throw new DecisionDoesNotFit('The job has ended already.');
    });
  }

  /** @throws BulkJobNotFound */
  async get(id: string, act?: Act): Promise<BulkJobView> {
    const job = isUuid(id) ? await this.jobs.find(id, act) : null;
    if (!job) throw new BulkJobNotFound();
    return job;
  }

  async list({ limit = 20, cursor }: BulkItemsQuery): Promise<BulkJobListView> {
    const before = cursor === undefined ? null : decodeCursor(ORDER, cursor);
    const items = await this.jobs.list(limit + 1, before);
    const more = items.length > limit;
    if (more) items.pop();
    return { items, nextCursor: more ? encodeCursor(ORDER, items.at(-1)!.id) : null };
  }

  /** What became of each comment. */
  async listItems(id: string, { limit = 20, cursor }: BulkItemsQuery): Promise<BulkItemListView> {
    if (cursor !== undefined && !/^i\d{1,9}$/.test(cursor)) {
      throw InvalidInput.at('?cursor', 'Take the cursor from nextCursor of the page before.');
    }
    await this.get(id);
    const after = cursor ? Number(cursor.slice(1)) : 0;
    const items = await this.jobs.listItems(id, after, limit + 1);
    const more = items.length > limit;
    if (more) items.pop();
    // Places count from one, without a gap.
    return { items, nextCursor: more ? `i${after + limit}` : null };
  }
}
