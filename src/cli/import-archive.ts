import { loadConfig } from '../config/app-config.js';
import { ConfigFault } from '../config/config-fault.js';
import { NEWEST_MIGRATION } from '../database/migrate.js';
import { isForbidden } from '../database/postgres-errors.js';
import { type RowCounts, sum } from '../transfer/archive/archive-lines.js';
import { ArchiveWrites } from '../transfer/archive/archive-writes.repository.js';
import { ArchiveRefused, importArchive } from '../transfer/archive/import-archive.js';
import { readArchive } from '../transfer/archive/read-archive.js';
import { ImportFileFault } from '../transfer/xml/import-file.errors.js';
import { withOwnerClient } from './command-client.js';
import { progressBar } from './progress-bar.js';

/** Checks a whole export of the site, then imports it into an empty database. Reports as JSON. */
export async function runArchiveImport(file: string): Promise<void> {
  try {
    await checkFile(file);
    tell(await writeFile(file));
  } catch (error) {
    if (error instanceof ImportFileFault || error instanceof ArchiveRefused)
      throw new ConfigFault(`${file} was not imported: ${error.message}`);
    if (!isForbidden(error)) throw error;
    throw new ConfigFault(
      `${file} was not imported, since only the owner of the tables may let their triggers rest: ` +
        'set DATABASE_MIGRATE_URL to the address of the owner.',
      { cause: error },
    );
  }
}

async function checkFile(file: string): Promise<void> {
  const reading = progressBar('Reading', 'bytes');
  try {
    const pieces = readArchive(file, NEWEST_MIGRATION, reading.update);
    while (!(await pieces.next()).done);
  } finally {
    reading.stop();
  }
}

async function writeFile(file: string): Promise<RowCounts> {
  const writing = progressBar('Writing', 'bytes');
  try {
    return await withOwnerClient(loadConfig(), 'import', (client) =>
      importArchive(new ArchiveWrites(client), readArchive(file, NEWEST_MIGRATION, writing.update)),
    );
  } finally {
    writing.stop();
  }
}

function tell(counts: RowCounts): void {
  const { posts, comments } = counts;
  console.log(`${sum(counts)} rows, among them ${comments} comments of ${posts} posts.`);
  console.log(JSON.stringify({ posts, imported: comments, skipped: {} }));
}
