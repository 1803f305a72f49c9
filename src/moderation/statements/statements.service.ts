import { Injectable } from '@nestjs/common';
import { newestFirst } from '../../database/keyset.js';
import type { PageQuery } from '../../input/paging.js';
import type { Member } from '../../users/viewer/viewer.js';
import type { OwnDecisionListView } from './statements.dto.js';
import { StatementsRepository } from './statements.repository.js';

const ORDER = 's';

/** The statements of reasons for users. */
@Injectable()
export class StatementsService {
  constructor(private readonly statements: StatementsRepository) {}

  listOwn(member: Member, query: PageQuery): Promise<OwnDecisionListView> {
    return newestFirst(ORDER, query, (limit, before) =>
      this.statements.listOf(member.id, limit, before),
    );
  }
}
