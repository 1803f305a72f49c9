import { openImportFile, type OnBytesRead } from '../formats/file-bytes.js';
import { ImportFileFault } from '../xml/import-file.errors.js';
import { type FileLine, linesOf } from './archive-file-lines.js';
import { ARCHIVE_FORMAT, endLine, noRows, type RowCounts, tableLine } from './archive-lines.js';
import { ARCHIVE_TABLES, type ArchiveTable } from './archive-tables.js';

/** Rows of one table that follow each other in the file. */
export interface ArchivePiece {
  table: ArchiveTable;
  /** The line of the first of them. */
  line: number;
  /** The rows in the file: each is an array of texts and nulls. */
  rows: readonly string[];
}

const MOST_ROWS = 1_000;
const MOST_LETTERS = 1_000_000;

/**
 * Reads an archive to its end, plain or gzipped, and checks its form: header, tables, the shape of
 * each row, and completeness. Throws `ImportFileFault` if this build would not have written it.
 * @param schema the newest migration of this build
 */
export async function* readArchive(
  path: string,
  schema: number,
  onProgress?: OnBytesRead,
): AsyncGenerator<ArchivePiece, RowCounts> {
  const lines = linesOf(await openImportFile(path, onProgress));
  const first = await lines.next();
  checkHeader(first.done ? '' : first.value.text, schema);
  const counts = noRows();
  let at = -1;
  let piece: FileLine[] = [];
  let letters = 0;
  let ended = false;
  const take = (): ArchivePiece => {
    const taken = piece;
    piece = [];
    letters = 0;
    return {
      table: ARCHIVE_TABLES[at],
      line: taken[0].number,
      rows: taken.map(({ text }) => text),
    };
  };
  for await (const line of lines) {
    if (ended) throw new ImportFileFault(line.number, 'behind the last line stands another one');
    if (line.text.startsWith('[')) {
      checkRow(line, ARCHIVE_TABLES[at]);
      counts[ARCHIVE_TABLES[at].name] += 1;
      letters += line.text.length;
      if (piece.push(line) === MOST_ROWS || letters > MOST_LETTERS) yield take();
      continue;
    }
    if (piece.length > 0) yield take();
    at += 1;
    ended = at === ARCHIVE_TABLES.length;
    if (ended) checkEnd(line, counts);
    else if (line.text !== tableLine(ARCHIVE_TABLES[at]))
      throw new ImportFileFault(
        line.number,
        `neither a row nor the beginning of the table ${ARCHIVE_TABLES[at].name}`,
      );
  }
  if (!ended) throw new ImportFileFault(null, 'the file was cut off: its last line is missing');
  return counts;
}

function checkHeader(text: string, schema: number): void {
  const header = (parse(text) ?? {}) as Record<string, unknown>;
  if (typeof header.colloquy !== 'number' || typeof header.schema !== 'number')
    throw new ImportFileFault(1, 'this is no export of Colloquy');
  if (header.colloquy > ARCHIVE_FORMAT || header.schema > schema)
    throw new ImportFileFault(1, 'a newer version has written the file: update first');
  if (header.colloquy < ARCHIVE_FORMAT || header.schema < schema)
    throw new ImportFileFault(
      1,
      'an older version has written the file: import it with that version, then start this one',
    );
}

function checkRow({ text, number }: FileLine, table: ArchiveTable | undefined): void {
  if (!table) throw new ImportFileFault(number, 'a row before the first table');
  const row = parse(text);
  const isRow =
    Array.isArray(row) &&
    row.length === table.columns.length &&
    row.every((value) => value === null || typeof value === 'string');
  if (!isRow) throw new ImportFileFault(number, `no row of the table ${table.name}`);
}

function checkEnd({ text, number }: FileLine, counts: RowCounts): void {
  if (text === endLine(counts)) return;
  const fault = parse(text) === undefined ? 'the file was cut off' : 'not as many rows as it says';
  throw new ImportFileFault(number, `${fault} when it was written`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
