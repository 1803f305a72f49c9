import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../database/keyset.js';
import type { DecisionListView, LogQuery } from './decisions.dto.js';
import { DecisionsRepository } from './decisions.repository.js';

const ORDER = 'd';

/** The log of what moderators decided. */
@Injectable()
export class DecisionsService {
  constructor(private readonly decisions: DecisionsRepository) {}

  async list({ limit = 20, cursor }: LogQuery): Promise<DecisionListView> {
    const before = cursor === undefined ? null : decodeCursor(ORDER, cursor);
    const items = await this.decisions.list(limit + 1, before);
    const more = items.length > limit;
    if (more) items.pop();
    return { items, nextCursor: more ? encodeCursor(ORDER, items.at(-1)!.id) : null };
  }
}
