import { Injectable } from '@nestjs/common';
import { NIL } from 'uuid';
import { firstIdAt } from '../../database/ids.js';
import { newestFirst } from '../../database/keyset.js';
import { GRACE_SECONDS } from './decision-records.js';
import type {
  DecisionListView,
  ExportForm,
  ExportQuery,
  LogQuery,
  PublicDecisionListView,
} from './log.dto.js';
import { LogRepository } from './log.repository.js';
import { transparencyRecord } from './transparency.js';

const ORDER = 'd';
const PUBLIC_ORDER = 'l';
/** Rows that are read and sent in one go. */
const A_CHUNK = 500;

/** The log of what moderators decided. */
@Injectable()
export class LogService {
  constructor(private readonly log: LogRepository) {}

  list(query: LogQuery): Promise<DecisionListView> {
    return newestFirst(ORDER, query, (limit, before) => this.log.list(limit, before));
  }

  /** What everybody may read of it. */
  async listPublic(query: LogQuery): Promise<PublicDecisionListView> {
    const page = await newestFirst(PUBLIC_ORDER, query, (limit, before) =>
      this.log.listPublic(limit, before, GRACE_SECONDS),
    );
    const items = page.items.map(({ action, subject, reason, rule, by, undone, at }) => {
      return { action, subject, reason, rule, by, undone, at };
    });
    return { ...page, items };
  }

  /** The whole log as JSON lines, the oldest first, read piece by piece as it is sent. */
  async *export({ form = 'log', since }: ExportQuery): AsyncGenerator<string> {
    let after = since === undefined ? NIL : firstIdAt(new Date(since));
    for (;;) {
      const { last, lines } = await this.chunk(form, after);
      if (last === null) return;
      after = last;
      if (lines.length > 0) yield `${lines.join('\n')}\n`;
    }
  }

  private async chunk(
    form: ExportForm,
    after: string,
  ): Promise<{ last: string | null; lines: string[] }> {
    if (form === 'log') {
      const rows = await this.log.listAfter(after, A_CHUNK);
      return { last: rows.at(-1)?.id ?? null, lines: rows.map((row) => JSON.stringify(row)) };
    }
    const rows = await this.log.listFactsAfter(after, A_CHUNK);
    const records = rows.map(transparencyRecord).filter((record) => record !== null);
    return {
      last: rows.at(-1)?.id ?? null,
      lines: records.map((record) => JSON.stringify(record)),
    };
  }
}
