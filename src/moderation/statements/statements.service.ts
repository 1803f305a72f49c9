import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { newestFirst } from '../../database/keyset.js';
import type { PageQuery } from '../../input/paging.js';
import { Rounds } from '../../nodes/background-rounds.js';
import type { Member } from '../../users/viewer.js';
import type { OwnDecisionListView } from './statements.dto.js';
import { StatementsRepository } from './statements.repository.js';

const ORDER = 's';
const EVERY_MS = 2_000;

/** The statements of reasons that people read. Several nodes announce them: nobody is told twice. */
@Injectable()
export class StatementsService implements OnApplicationBootstrap {
  constructor(
    private readonly statements: StatementsRepository,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({ name: 'statements', everyMs: EVERY_MS, run: (stop) => this.tell(stop) });
  }

  listOwn(member: Member, query: PageQuery): Promise<OwnDecisionListView> {
    return newestFirst(ORDER, query, (limit, before) =>
      this.statements.listOf(member.id, limit, before),
    );
  }

  private async tell(stop: AbortSignal): Promise<void> {
    while (!stop.aborted && (await this.statements.tellDue()) > 0);
  }
}
