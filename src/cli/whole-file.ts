import { createWriteStream } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ConfigFault } from '../config/config-fault.js';

/** Readable only by its owner, because an export may contain addresses and password hashes. */
const MODE = 0o600;
/** The part between the file name and the process id of an incomplete file. */
const PART = '.part-';

/**
 * Writes a file that gets its name only when all of it is on the disk; `-` is the standard output.
 * @throws ConfigFault if the file cannot be written
 */
export async function writeWholeFile(path: string, chunks: AsyncIterable<string>): Promise<void> {
  if (path === '-') return writeOut(chunks);
  const found = await stat(path).catch(() => null);
  if (found && !found.isFile()) throw new ConfigFault(`${path} is no file that can be written.`);
  await dropLost(path);
  const draft = `${path}${PART}${process.pid}`;
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

/**
 * Deletes partial files of killed exports to the same file: those whose process no longer exists.
 */
async function dropLost(path: string): Promise<void> {
  const [folder, start] = [dirname(path), basename(path) + PART];
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = name.startsWith(start) ? name.slice(start.length) : '';
    if (/^\d+$/.test(pid) && !runs(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A file with the id of this process is from an earlier process with the same id.
    return pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function writeOut(chunks: AsyncIterable<string>): Promise<void> {
  // The write reports the error, too. A stream without a listener for errors would end the process.
  process.stdout.on('error', () => undefined);
  for await (const chunk of chunks) {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(chunk, (error) => (error ? reject(error) : resolve()));
    }).catch((error: Error) => {
      throw new ConfigFault(`The standard output takes no more (${error.message}).`);
    });
  }
}
