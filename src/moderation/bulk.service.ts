import { Injectable } from '@nestjs/common';
import { newId } from '../database/ids.js';
import { decodeCursor, encodeCursor } from '../database/keyset.js';
import { type Act, Acts } from '../events/acts.js';
import { type Answer, created, done } from '../events/answer.js';
import type { Intent } from '../events/intent.js';
import { InvalidInput } from '../problems/general.errors.js';
import { isUuid } from '../text/uuid.js';
import type { Member } from '../users/viewer.js';
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
import { needsReason } from './decision-actions.js';
import { BulkJobNotFound, DecisionDoesNotFit } from './moderation.errors.js';
import { requireReason } from '../comments/reasons.js';

const ORDER = 'b';

/** Decisions on many comments, which are carried out by and by: see `BulkRunner`. */
@Injectable()
export class BulkService {
  constructor(
    private readonly jobs: BulkRepository,
    private readonly acts: Acts,
  ) {}

  async start(member: Member, input: StartBulkDto, intent: Intent | null): Promise<Answer> {
    return this.acts.once(intent, async (act) =>
      created(await this.startWithin(act, member, input)),
    );
  }

  /**
   * Selects what is to be decided on, as it is now: what is edited before its turn is left alone.
   * @param decisionId the decision that has set it going, if one has
   * @throws InvalidInput also when more is found than one job takes
   */
  async startWithin(
    act: Act,
    member: Member,
    input: StartBulkDto,
    decisionId: string | null = null,
  ): Promise<BulkJobView> {
    if (needsReason(input.action)) requireReason(input.reason);
    const filter = filterOf(input);
    const id = newId();
    await this.jobs.insert(act, { ...input, id, moderatorId: member.id, decisionId });
    const total = filter
      ? await this.jobs.insertFiltered(act, id, input.action, filter, MAX_FILTERED)
      : await this.jobs.insertSelected(act, id, input.comments!);
    if (total > MAX_FILTERED) {
      throw InvalidInput.at('/since', `More than ${MAX_FILTERED} comments fit; narrow the filter.`);
    }
    await this.jobs.setTotal(act, id, total);
    return (await this.jobs.find(id, act))!;
  }

  /** @throws DecisionDoesNotFit when it has ended */
  async cancel(id: string, intent: Intent | null): Promise<Answer> {
    return this.acts.once(intent, async (act) => {
      if (isUuid(id) && (await this.jobs.cancel(act, id)))
        return done(await this.jobs.find(id, act));
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
