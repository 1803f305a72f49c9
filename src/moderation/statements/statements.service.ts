import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../database/keyset.js';
import type { Member } from '../../users/viewer.js';
import type { OwnDecisionListView, OwnDecisionsQuery } from './statements.dto.js';
import { StatementsRepository } from './statements.repository.js';

const ORDER = 's';

/** What people are told of the decisions about them. */
@Injectable()
export class StatementsService {
  constructor(private readonly statements: StatementsRepository) {}

  async listOwn(
    member: Member,
    { limit = 20, cursor }: OwnDecisionsQuery,
  ): Promise<OwnDecisionListView> {
    const before = cursor === undefined ? null : decodeCursor(ORDER, cursor);
    const items = await this.statements.listOf(member.id, limit + 1, before);
    const more = items.length > limit;
    if (more) items.pop();
    return { items, nextCursor: more ? encodeCursor(ORDER, items.at(-1)!.id) : null };
  }
}
