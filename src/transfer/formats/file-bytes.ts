import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportFileFault } from '../xml/import-file.errors.js';

export type OnBytesRead = (bytesRead: number, totalBytes: number) => void;

/**
 * The bytes of a file, decompressed if it is gzipped. Throws `ImportFileFault` for an unreadable
 * one.
 */
export async function openImportFile(
  path: string,
  onProgress?: OnBytesRead,
): Promise<AsyncIterable<Uint8Array>> {
  return unpack(readBytes(path, await sizeOf(path), onProgress));
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
  onProgress: OnBytesRead | undefined,
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

/** Decides by the first bytes, not by the name. */
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
  // Its error is also that of `unzipped`, which is handled below.
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
