import { DisqusParser } from './disqus.js';
import { openImportFile, type OnBytesRead } from './file-bytes.js';
import type { FoundComment, FoundPage, ImportFile, ImportFormat } from './import-records.js';
import { settleThreads } from './import-threads.js';
import { shortId } from './imported-comment.js';
import { importedLine } from '../markdown/imported-text.js';
import { RepairLog } from '../xml/repair-log.js';
import { ImportFileFault } from '../xml/import-file.errors.js';
import { WordpressParser } from './wordpress.js';
import { normalisePageUrl, spellingsOf } from '../../text/plain/page-url.js';
import { decodeXml } from '../xml/xml-encoding.js';
import { readXml } from '../xml/xml-reader.js';
import type { XmlVisitor } from '../xml/xml-visitor.js';

export interface ReadOptions {
  /** Repair the mistakes of real exports, and list the repairs. */
  lenient?: boolean;
  /** Called with the bytes of the file as stored; the last call has two equal numbers. */
  onProgress?: OnBytesRead;
}

/** The same limit as for a URL. */
const MAX_NAME = 2_048;

interface ExportParser extends XmlVisitor {
  readonly pages: FoundPage[];
  readonly rows: FoundComment[];
  /** The forum, or the address of the site. */
  readonly origin: string | null;
  /** Throws if the file is well-formed, but not such an export. */
  finish?(): void;
}

const PARSERS: Readonly<Record<ImportFormat, new () => ExportParser>> = {
  disqus: DisqusParser,
  wordpress: WordpressParser,
};

/**
 * Reads an export to its end, plain or gzipped, as a stream, and returns its pages and comments
 * ready to be written: these are held in memory, the rest of the file is not. Throws
 * `ImportFileFault` for a file that is missing, broken or of another kind.
 */
export async function readImportFile(
  path: string,
  format: ImportFormat,
  options: ReadOptions = {},
): Promise<ImportFile> {
  try {
    return await read(path, format, options);
  } catch (error) {
    if (!(error instanceof ImportFileFault && error.repairable)) throw error;
    throw await withAdviceThatHelps(error, path, format);
  }
}

/** A fault that recommends `--lenient` if that can read the file. */
async function withAdviceThatHelps(
  fault: ImportFileFault,
  path: string,
  format: ImportFormat,
): Promise<ImportFileFault> {
  try {
    await read(path, format, { lenient: true });
    return fault;
  } catch (error) {
    const isPlainer = error instanceof ImportFileFault && error.line === fault.line;
    return isPlainer ? error : new ImportFileFault(fault.line, fault.reason);
  }
}

async function read(
  path: string,
  format: ImportFormat,
  { lenient = false, onProgress }: ReadOptions,
): Promise<ImportFile> {
  const bytes = await openImportFile(path, onProgress);
  const parser = new PARSERS[format]();
  const repairs = new RepairLog();
  await readXml(decodeXml(bytes), parser, lenient ? repairs : null);
  parser.finish?.();
  const threads = settleThreads(parser.pages, parser.rows);
  const origin = originOf(parser);
  return { ...threads, origin, repairs: repairs.sorted(), repairCount: repairs.count };
}

/**
 * The site that the export names, else the host of its first page. Scheme and `www.` are removed,
 * because they may change.
 */
function originOf({ origin, pages }: ExportParser): string | null {
  const page = pages.find(({ url }) => url !== null)?.url;
  const named = origin ?? (page ? new URL(page).origin : null);
  const address = named === null ? null : normalisePageUrl(named);
  const name = address === null ? named : spellingsOf(address)[0].replace(/\/$/, '');
  return shortId(importedLine(name ?? '', MAX_NAME)) || null;
}
