import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ConfigFault } from '../config/config-fault.js';

/** Readable by its owner alone, since an export may hold addresses and hashes of passwords. */
const MODE = 0o600;

/**
 * Writes a file that has its name only when it is whole and on the disk; `-` is the standard output.
 * @throws ConfigFault where no file can be written
 */
export async function writeWholeFile(path: string, chunks: AsyncIterable<string>): Promise<void> {
  if (path === '-') return writeOut(chunks);
  const found = await stat(path).catch(() => null);
  if (found && !found.isFile()) throw new ConfigFault(`${path} is no file that can be written.`);
  const draft = `${path}.part-${process.pid}`;
  try {
    await pipeline(chunks, createWriteStream(draft, { flags: 'wx', mode: MODE, flush: true }));
    await rename(draft, path);
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') await rm(draft, { force: true });
    if (typeof syscall !== 'string' || !/open|write|fsync|rename/.test(syscall)) throw error;
    throw new ConfigFault(`${path} cannot be written (${code}).`, { cause: error });
  }
}

async function writeOut(chunks: AsyncIterable<string>): Promise<void> {
  // The write says so as well; a stream whose errors nobody hears ends the process.
  process.stdout.on('error', () => undefined);
  for await (const chunk of chunks) {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(chunk, (error) => (error ? reject(error) : resolve()));
    }).catch((error: Error) => {
      throw new ConfigFault(`The standard output takes no more (${error.message}).`);
    });
  }
}
