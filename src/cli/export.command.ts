import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { type AppConfig, loadConfig } from '../config/app-config.js';
import { ConfigFault } from '../config/config-fault.js';
import { NEWEST_MIGRATION } from '../database/migrate.js';
import { sum } from '../transfer/archive/archive-lines.js';
import { ArchiveReads } from '../transfer/archive/archive-reads.repository.js';
import { ArchiveWriter, OtherSchema } from '../transfer/archive/write-archive.js';
import { csvOf } from '../transfer/export/csv.js';
import { PublicExport } from '../transfer/export/public-export.js';
import { PublicTexts } from '../transfer/export/public-texts.repository.js';
import { wxrOf } from '../transfer/export/wxr.js';
import { withCommandClient } from './command-client.js';
import { progressBar } from './progress-bar.js';
import { writeWholeFile } from './whole-file.js';

export const EXPORT_USAGE =
  'Usage: npm run export -- FILE [--format colloquy|wxr|csv]\n' +
  '  FILE        - is the standard output (npm run --silent export -- -)\n' +
  '  --format    colloquy: everything, for a database of your own; it holds addresses and hashes of passwords\n' +
  '              wxr, csv: public posts and comments, for other programs';

/** Streams into a file, and returns a summary. */
type Export = (client: Client, file: string, config: AppConfig) => Promise<object>;

const EXPORTS: Readonly<Record<string, Export>> = {
  colloquy: exportArchive,
  wxr: (client, file, config) => exportPublic(client, file, config, wxrOf),
  csv: (client, file, config) => exportPublic(client, file, config, csvOf),
};

/** Exports the site to a file; the last line is a report as JSON. */
export async function runExport(args: string[]): Promise<void> {
  const { file, write } = parseArguments(args);
  const config = loadConfig();
  try {
    const report = await withCommandClient(config, 'export', (client) =>
      write(client, file, config),
    );
    if (file !== '-') console.log(JSON.stringify(report));
  } catch (error) {
    throw error instanceof OtherSchema ? new ConfigFault(error.message) : error;
  }
}

function parseArguments(args: string[]): { file: string; write: Export } {
  let parsed;
  try {
    const options = { format: { type: 'string', default: 'colloquy' } } as const;
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new ConfigFault(`That option is not known.\n${EXPORT_USAGE}`);
  }
  const [file, ...rest] = parsed.positionals;
  const { format } = parsed.values;
  if (!file || rest.length > 0 || !Object.hasOwn(EXPORTS, format))
    throw new ConfigFault(EXPORT_USAGE);
  return { file, write: EXPORTS[format] };
}

async function exportArchive(client: Client, file: string): Promise<object> {
  const bar = progressBar('Exporting', 'rows');
  const writer = new ArchiveWriter(new ArchiveReads(client), NEWEST_MIGRATION, bar.update);
  await writeWholeFile(file, writer.write()).finally(bar.stop);
  const { posts, comments } = writer.counts;
  return { posts, comments, rows: sum(writer.counts) };
}

async function exportPublic(
  client: Client,
  file: string,
  { publicUrl }: AppConfig,
  format: typeof wxrOf,
): Promise<object> {
  const bar = progressBar('Exporting', 'comments');
  const found = new PublicExport(new PublicTexts(client), bar.update);
  await writeWholeFile(file, format(found.threads(), publicUrl)).finally(bar.stop);
  return { posts: found.posts, comments: found.comments };
}
