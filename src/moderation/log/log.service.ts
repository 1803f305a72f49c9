import { Injectable } from '@nestjs/common';
import type { PageQuery } from '../../input/paging.js';
import { firstIdAt, NIL } from '../../database/ids.js';
import { newestFirst } from '../../database/keyset.js';
import { GRACE_SECONDS } from './decision-records.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { DecisionListView, ExportQuery, PublicDecisionListView } from './log.dto.js';
import { transparencyRecord } from './transparency.js';

const ORDER = 'd';
const PUBLIC_ORDER = 'l';
/** The number of rows that are read and sent at once. */
const A_CHUNK = 500;

@Injectable()
export class LogService {
  constructor(private readonly decisions: DecisionsRepository) {}

  list(query: PageQuery): Promise<DecisionListView> {
    return newestFirst(ORDER, query, (limit, before) => this.decisions.list(limit, before));
  }

  async listPublic(query: PageQuery): Promise<PublicDecisionListView> {
    const page = await newestFirst(PUBLIC_ORDER, query, (limit, before) =>
      this.decisions.listPublic(limit, before, GRACE_SECONDS),
    );
    return { ...page, items: page.items.map(({ id: _id, ...item }) => item) };
  }

  /** Streams the whole log as JSON lines, oldest first. */
  export({ form = 'log', since }: ExportQuery): AsyncGenerator<string> {
    const from = since === undefined ? NIL : firstIdAt(new Date(since));
    const { decisions } = this;
    return form === 'log'
      ? linesOf(from, (after) => decisions.listAfter(after, A_CHUNK))
      : linesOf(from, (after) => decisions.listFactsAfter(after, A_CHUNK), transparencyRecord);
  }
}

async function* linesOf<Row extends { id: string }>(
  from: string,
  list: (after: string) => Promise<Row[]>,
  recordOf: (row: Row) => object | null = (row) => row,
): AsyncGenerator<string> {
  let rows: Row[];
  let after = from;
  do {
    rows = await list(after);
    const records = rows.map(recordOf).filter((record) => record !== null);
    if (records.length > 0) yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
    after = rows.at(-1)?.id ?? after;
  } while (rows.length === A_CHUNK);
}
