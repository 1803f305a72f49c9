import { Injectable } from '@nestjs/common';
import type { PageQuery } from '../../input/paging.js';
import { NIL } from 'uuid';
import { firstIdAt } from '../../database/ids.js';
import { newestFirst } from '../../database/keyset.js';
import { GRACE_SECONDS } from './decision-records.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { DecisionListView, ExportQuery, PublicDecisionListView } from './log.dto.js';
import { transparencyRecord } from './transparency.js';

const ORDER = 'd';
const PUBLIC_ORDER = 'l';
/** Rows that are read and sent in one go. */
const A_CHUNK = 500;

/** Reads the log of decisions. */
@Injectable()
export class LogService {
  constructor(private readonly decisions: DecisionsRepository) {}

  list(query: PageQuery): Promise<DecisionListView> {
    return newestFirst(ORDER, query, (limit, before) => this.decisions.list(limit, before));
  }

  /** The part that everybody may read. */
  async listPublic(query: PageQuery): Promise<PublicDecisionListView> {
    const page = await newestFirst(PUBLIC_ORDER, query, (limit, before) =>
      this.decisions.listPublic(limit, before, GRACE_SECONDS),
    );
    return { ...page, items: page.items.map(({ id: _id, ...item }) => item) };
  }

  /** The whole log as JSON lines, the oldest first, read piece by piece as it is sent. */
  async *export({ form = 'log', since }: ExportQuery): AsyncGenerator<string> {
    let after: string | undefined = since === undefined ? NIL : firstIdAt(new Date(since));
    while (after !== undefined) {
      const { last, records } = await this.chunk(form === 'log', after);
      if (records.length > 0) {
        yield `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;
      }
      after = last;
    }
  }

  private async chunk(
    whole: boolean,
    after: string,
  ): Promise<{ last: string | undefined; records: object[] }> {
    if (whole) {
      const rows = await this.decisions.listAfter(after, A_CHUNK);
      return { last: rows.at(-1)?.id, records: rows };
    }
    const rows = await this.decisions.listFactsAfter(after, A_CHUNK);
    const records = rows.map(transparencyRecord).filter((record) => record !== null);
    return { last: rows.at(-1)?.id, records };
  }
}
