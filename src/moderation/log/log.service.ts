import { Injectable } from '@nestjs/common';
import { firstIdAt } from '../../database/ids.js';
import { decodeCursor, encodeCursor } from '../../database/keyset.js';
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
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The log of what moderators decided. */
@Injectable()
export class LogService {
  constructor(private readonly log: LogRepository) {}

  async list({ limit = 20, cursor }: LogQuery): Promise<DecisionListView> {
    const before = cursor === undefined ? null : decodeCursor(ORDER, cursor);
    const items = await this.log.list(limit + 1, before);
    const more = items.length > limit;
    if (more) items.pop();
    return { items, nextCursor: more ? encodeCursor(ORDER, items.at(-1)!.id) : null };
  }

  /** What everybody may read of it. */
  async listPublic({ limit = 20, cursor }: LogQuery): Promise<PublicDecisionListView> {
    const before = cursor === undefined ? null : decodeCursor(PUBLIC_ORDER, cursor);
    const rows = await this.log.listPublic(limit + 1, before, GRACE_SECONDS);
    const more = rows.length > limit;
    if (more) rows.pop();
    const items = rows.map(({ action, subject, reason, rule, by, undone, at }) => {
      return { action, subject, reason, rule, by, undone, at };
    });
    return { items, nextCursor: more ? encodeCursor(PUBLIC_ORDER, rows.at(-1)!.id) : null };
  }

  /** The whole log as JSON lines, the oldest first, read piece by piece as it is sent. */
  async *export({ form = 'log', since }: ExportQuery): AsyncGenerator<string> {
    let after = since === undefined ? BEFORE_ALL : firstIdAt(new Date(since));
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
