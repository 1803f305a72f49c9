import { Injectable } from '@nestjs/common';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppConfig } from '../config/app-config.js';
import { isUuid } from '../text/plain/uuid.js';
import type { CommentsHandling } from './erasure.dto.js';

/** A user to erase: the id, and whether comments are kept or deleted. */
export interface Erased {
  id: string;
  comments: CommentsHandling;
}

/** An erased user: an id without a name. */
export interface ErasedEntry extends Erased {
  at: string;
}

/**
 * The file beside the database that lists erased users, because a restored backup does not know
 * them.
 */
@Injectable()
export class ErasureLedger {
  private readonly path: string;

  constructor(config: AppConfig) {
    this.path = config.erasureLedger;
  }

  /** The entry is on the disk when this returns. */
  async append(entry: ErasedEntry): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const file = await open(this.path, 'a', 0o600);
    try {
      // A line that a crash has cut off must end before the new one starts.
      await file.appendFile(`\n${JSON.stringify(entry)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Each user once. A line cut off by a crash is skipped, because its erasure is repeated. */
  async read(): Promise<ErasedEntry[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const entries = text.split('\n').flatMap((line) => entryOf(line) ?? []);
    return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  }
}

function entryOf(line: string): ErasedEntry | null {
  try {
    const { id, comments, at } = JSON.parse(line) as Partial<ErasedEntry>;
    if (typeof id !== 'string' || !isUuid(id)) return null;
    return { id, comments: comments === 'anonymise' ? comments : 'remove', at: String(at) };
  } catch {
    return null;
  }
}
