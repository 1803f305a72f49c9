import { parseArgs } from 'node:util';
import { ConfigFault } from '../config/config-fault.js';
import type { ImportReport } from '../transfer/import/import-writer.js';
import type { ImportFormat } from '../transfer/formats/import-records.js';
import { findTextFault } from '../text/plain/text-gate.js';
import { readImportFile } from '../transfer/formats/import-file.js';
import { ImportFileFault } from '../transfer/xml/import-file.errors.js';
import { runArchiveImport } from './import-archive.js';
import { progressBar } from './progress-bar.js';

const SOURCE = { minGraphemes: 1, maxGraphemes: 100, multiline: false };
const FORMATS: readonly ImportFormat[] = ['disqus', 'wordpress'];

export const IMPORT_USAGE =
  'Usage: npm run import -- disqus|wordpress FILE [--source NAME] [--lenient]\n' +
  '       npm run import -- colloquy FILE     the export of another Colloquy, into an empty database\n' +
  '  --source    the site or forum that the ids of the file are of; else the file tells it\n' +
  '  --lenient   repair what real exports get wrong (text before the root, unquoted attributes)';

/** Reads a whole export, then writes it to the database. The last line is the report as JSON. */
export async function runImport(args: string[]): Promise<void> {
  if (args[0] === 'colloquy') return runArchiveImport(onlyFile(args.slice(1)));
  const { format, file, source, lenient } = parseArguments(args);
  const reading = progressBar('Reading', 'bytes');
  const found = await readImportFile(file, format, { lenient, onProgress: reading.update })
    .catch((error: unknown) => {
      throw error instanceof ImportFileFault
        ? new ConfigFault(`${file} was not imported: ${error.message}`)
        : error;
    })
    .finally(reading.stop);
  for (const { line, what } of found.repairs) console.log(`Repaired line ${line}: ${what}`);
  if (found.repairCount > found.repairs.length) {
    console.log(`… and ${found.repairCount - found.repairs.length} repairs more.`);
  }
  const writing = progressBar('Writing', 'comments');
  // Loading the service takes a second, so an invalid file is reported before.
  const { writeImport } = await import('./write-import.js');
  const report = await writeImport(format, found, source, writing.update).finally(writing.stop);
  tell(report);
}

function onlyFile([file, ...rest]: string[]): string {
  if (!file || file.startsWith('-') || rest.length > 0) throw new ConfigFault(IMPORT_USAGE);
  return file;
}

interface Arguments {
  format: ImportFormat;
  file: string;
  source: string | null;
  lenient: boolean;
}

function parseArguments(args: string[]): Arguments {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      options: { source: { type: 'string' }, lenient: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
  } catch {
    throw new ConfigFault(`That option is not known.\n${IMPORT_USAGE}`);
  }
  const [format, file, ...rest] = parsed.positionals;
  const known = FORMATS.find((name) => name === format);
  if (!known || !file || rest.length > 0) throw new ConfigFault(IMPORT_USAGE);
  const { source, lenient } = parsed.values;
  if (source !== undefined && findTextFault(source, SOURCE) !== null)
    throw new ConfigFault('A source is named by one line of 1 to 100 characters.');
  return { format: known, file, source: source?.trim() ?? null, lenient };
}

function tell({
  source,
  rows,
  reattached,
  cyclesBroken,
  posts,
  imported,
  skipped,
}: ImportReport): void {
  console.log(`The source is ${source}.`);
  console.log(
    `${rows} rows: ${imported} imported into ${posts} new posts and those that were there.`,
  );
  for (const [reason, count] of Object.entries(skipped))
    console.log(`  skipped ${count}: ${reason}`);
  if (reattached > 0)
    console.log(`  ${reattached} replies moved up, since what they answer was not imported.`);
  if (cyclesBroken > 0)
    console.log(`  ${cyclesBroken} replies that answered themselves stand at the top.`);
  console.log(JSON.stringify({ posts, imported, skipped }));
}
