import {
  ARCHIVE_FORMAT,
  type ArchiveHeader,
  endLine,
  noRows,
  type RowCounts,
  sum,
  tableLine,
} from './archive-lines.js';
import type { ArchiveReads } from './archive-reads.repository.js';
import { ARCHIVE_TABLES } from './archive-tables.js';

type OnProgress = (rows: number, about: number) => void;

/** A newer build has migrated the database, so it has tables that this build does not know. */
export class OtherSchema extends Error {}

/**
 * Streams the whole site as lines of JSON, each with a line end.
 * @param schema the newest migration of this build
 * @throws OtherSchema
 */
export class ArchiveWriter {
  readonly counts: RowCounts = noRows();

  constructor(
    private readonly reads: ArchiveReads,
    private readonly schema: number,
    private readonly onProgress: OnProgress,
  ) {}

  async *write(): AsyncGenerator<string> {
    await this.reads.begin();
    yield `${JSON.stringify(await this.header())}\n`;
    const about = await this.reads.estimateRows(ARCHIVE_TABLES);
    for (const table of ARCHIVE_TABLES) {
      yield `${tableLine(table)}\n`;
      for await (const lines of this.reads.listRows(table)) {
        yield `${lines.join('\n')}\n`;
        this.counts[table.name] += lines.length;
        const done = sum(this.counts);
        this.onProgress(done, Math.max(done, about));
      }
    }
    yield `${endLine(this.counts)}\n`;
    await this.reads.end();
  }

  private async header(): Promise<ArchiveHeader> {
    const { schema, epoch, at } = await this.reads.readHeader();
    if (schema !== this.schema)
      throw new OtherSchema(
        'A newer build has brought this database up to date: export it with that build.',
      );
    return { colloquy: ARCHIVE_FORMAT, schema, at: at.toISOString(), epoch };
  }
}
