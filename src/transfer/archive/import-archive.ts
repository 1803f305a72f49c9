import { ImportFileFault } from '../xml/import-file.errors.js';
import type { RowCounts } from './archive-lines.js';
import type { ArchiveWrites } from './archive-writes.repository.js';
import type { ArchivePiece } from './read-archive.js';

/** Why well-formed rows were refused. Nothing was written when it is thrown. */
export class ArchiveRefused extends Error {}

/** Classes of errors that the content of a row causes: invalid data, and violated constraints. */
const FAULTS_OF_ROWS = /^2[23]/;

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Writes an archive into an empty database in one transaction, so completely or not at all.
 * @param pieces reads the file, and throws if it is incomplete
 * @throws ArchiveRefused, ImportFileFault
 */
export async function importArchive(
  writes: ArchiveWrites,
  pieces: AsyncGenerator<ArchivePiece, RowCounts>,
): Promise<RowCounts> {
  const counts = await inOneTransaction(writes, pieces);
  // The rows are committed; if the statistics fail now, the server gathers them later by itself.
  await writes.analyze().catch(() => undefined);
  return counts;
}

async function inOneTransaction(
  writes: ArchiveWrites,
  pieces: AsyncGenerator<ArchivePiece, RowCounts>,
): Promise<RowCounts> {
  try {
    await writes.begin();
    // Waiting for the locks of a running site would make its readers wait.
    await assertEmpty(writes);
    await lock(writes);
    await assertEmpty(writes);
    await writes.prepare();
    const counts = await insertAll(writes, pieces);
    await writes.commit();
    return counts;
  } catch (error) {
    await writes.rollback();
    throw error;
  }
}

async function assertEmpty(writes: ArchiveWrites): Promise<void> {
  if (await writes.isEmpty()) return;
  throw new ArchiveRefused(
    'the database is not empty. Give one in which no service has run yet, so that nothing of two sites is mixed.',
  );
}

async function lock(writes: ArchiveWrites): Promise<void> {
  await writes.lock().catch((error: Error & { code?: string }) => {
    if (error.code !== LOCK_NOT_AVAILABLE) throw error;
    throw new ArchiveRefused('something else uses the database. Stop what runs on it.');
  });
}

async function insertAll(
  writes: ArchiveWrites,
  pieces: AsyncGenerator<ArchivePiece, RowCounts>,
): Promise<RowCounts> {
  for (;;) {
    const next = await pieces.next();
    if (next.done) return next.value;
    const { table, rows, line } = next.value;
    await writes.insert(table, rows).catch((error: Error & { code?: string }) => {
      if (!FAULTS_OF_ROWS.test(error.code ?? '')) throw error;
      const place = `of the table ${table.name}, within ${rows.length} rows`;
      throw new ImportFileFault(line, `a row ${place} from here, is refused: ${error.message}`);
    });
  }
}
