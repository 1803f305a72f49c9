import { Injectable } from '@nestjs/common';
import { newestFirst } from '../../database/keyset.js';
import type { Member } from '../../users/viewer.js';
import type { OwnDecisionListView, OwnDecisionsQuery } from './statements.dto.js';
import { StatementsRepository } from './statements.repository.js';

const ORDER = 's';

/** What people are told of the decisions about them. */
@Injectable()
export class StatementsService {
  constructor(private readonly statements: StatementsRepository) {}

  listOwn(member: Member, query: OwnDecisionsQuery): Promise<OwnDecisionListView> {
    return newestFirst(ORDER, query, (limit, before) =>
      this.statements.listOf(member.id, limit, before),
    );
  }
}
