import { parseArgs } from 'node:util';
import { ConfigFault } from '../config/config-fault.js';
import { type ImportReport, ImportWriter } from '../transfer/import/import-writer.js';
import type { ImportFormat } from '../transfer/formats/import-records.js';
import { readImportFile } from '../transfer/formats/import-file.js';
import { ImportFileFault } from '../transfer/xml/import-file.errors.js';
import { TransferModule } from '../transfer/transfer.module.js';
import { withContext } from './command-context.js';
import { progressBar } from './progress-bar.js';

const FORMATS: readonly ImportFormat[] = ['disqus', 'wordpress'];

export const IMPORT_USAGE =
  'Usage: npm run import -- disqus|wordpress FILE [--lenient]\n' +
  '  --lenient   repair what real exports get wrong (text before the root, unquoted attributes)';

/** Reads an export whole, then writes it; the last line is the report as JSON. */
export async function runImport(args: string[]): Promise<void> {
  const { format, file, lenient } = parseArguments(args);
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
  const report = await withContext(TransferModule, (context) =>
    context.get(ImportWriter).write(format, found, writing.update),
  ).finally(writing.stop);
  tell(report);
}

function parseArguments(args: string[]): { format: ImportFormat; file: string; lenient: boolean } {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      options: { lenient: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
  } catch {
    throw new ConfigFault(`That option is not known.\n${IMPORT_USAGE}`);
  }
  const [format, file, ...rest] = parsed.positionals;
  const known = FORMATS.find((name) => name === format);
  if (!known || !file || rest.length > 0) throw new ConfigFault(IMPORT_USAGE);
  return { format: known, file, lenient: parsed.values.lenient };
}

function tell({ rows, reattached, cyclesBroken, posts, imported, skipped }: ImportReport): void {
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
