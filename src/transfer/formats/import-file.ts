import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DisqusParser } from './disqus.js';
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
  /** Called while the file is read, last with both numbers equal; in bytes of the file as it is. */
  onProgress?: (bytesRead: number, totalBytes: number) => void;
}

/** As long as an address. */
const MAX_NAME = 2_048;

interface ExportParser extends XmlVisitor {
  readonly pages: FoundPage[];
  readonly rows: FoundComment[];
  /** The forum, or the address of the site. */
  readonly origin: string | null;
  /** Throws when the file, though well-formed, was no such export. */
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

/** A fault that says `--lenient` where that reads the file; else without it. */
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
  const size = await sizeOf(path);
  const parser = new PARSERS[format]();
  const repairs = new RepairLog();
  const bytes = await unpack(readBytes(path, size, onProgress));
  await readXml(decodeXml(bytes), parser, lenient ? repairs : null);
  parser.finish?.();
  const threads = settleThreads(parser.pages, parser.rows);
  const origin = originOf(parser);
  return { ...threads, origin, repairs: repairs.sorted(), repairCount: repairs.count };
}

/** What the export says of its site, else the host of its first page; of an address what stays when scheme and `www.` change. */
function originOf({ origin, pages }: ExportParser): string | null {
  const page = pages.find(({ url }) => url !== null)?.url;
  const named = origin ?? (page ? new URL(page).origin : null);
  const address = named === null ? null : normalisePageUrl(named);
  const name = address === null ? named : spellingsOf(address)[0].replace(/\/$/, '');
  return shortId(importedLine(name ?? '', MAX_NAME)) || null;
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const isMissing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    const cause = isMissing ? 'there is no such file' : 'the file cannot be read';
    throw new ImportFileFault(null, cause);
  });
  if (found.isDirectory()) throw new ImportFileFault(null, 'a directory, not a file');
  if (found.isFile() && found.size === 0) throw new ImportFileFault(null, 'the file is empty');
  return found.size;
}

async function* readBytes(
  path: string,
  size: number,
  onProgress: ReadOptions['onProgress'],
): AsyncGenerator<Buffer> {
  let read = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      read += chunk.length;
      onProgress?.(read, Math.max(read, size));
      yield chunk;
    }
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).syscall !== 'string') throw error;
    throw new ImportFileFault(null, 'the file cannot be read');
  }
}

/** Looks at the first bytes, not at the name. */
async function unpack(bytes: AsyncGenerator<Buffer>): Promise<AsyncIterable<Uint8Array>> {
  const first = await bytes.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  async function* whole() {
    yield head;
    yield* bytes;
  }
  if (head[0] === 0x50 && head[1] === 0x4b) {
    throw new ImportFileFault(null, 'a zip archive: unpack it and import the file in it');
  }
  return head[0] === 0x1f && head[1] === 0x8b ? gunzip(whole()) : whole();
}

async function* gunzip(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unzipped = createGunzip();
  // Its error is that of `unzipped`, which is read below.
  pipeline(Readable.from(bytes), unzipped, () => {});
  try {
    yield* unzipped;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_')) throw error;
    const cause = code === 'Z_BUF_ERROR' ? 'was cut off' : 'is damaged';
    throw new ImportFileFault(null, `the compressed file ${cause}`);
  }
}
