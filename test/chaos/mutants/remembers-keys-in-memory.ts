import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CommentWriterRepository,
  type DraftRow,
  type WriteOutcome,
} from '../../../src/comments/writing/comment-writer.repository.js';

/** Delay between the commit and the answer; a client without an answer asks the other node. */
const LATER_MS = 100;

/** Knows only the answers of its own process, until that ends. */
@Injectable()
export class RemembersKeysInMemory extends CommentWriterRepository {
  private readonly answers = new Map<string, WriteOutcome>();

  override async write(drafts: readonly DraftRow[]): Promise<WriteOutcome[]> {
    const taken = new Set<string>();
    const fresh = drafts.filter((draft) => {
      const name = nameOf(draft);
      if (name === null) return true;
      if (this.answers.has(name) || taken.has(name)) return false;
      taken.add(name);
      return true;
    });
    const written =
      fresh.length > 0
        ? await super.write(fresh.map((draft) => ({ ...draft, key: null, hash: null })))
        : [];
    await delay(LATER_MS);
    for (const [at, outcome] of written.entries()) {
      const name = nameOf(fresh[at]);
      if (name === null || outcome.outcome !== 'write') continue;
      this.answers.set(name, { ...outcome, outcome: 'kept', hash: fresh[at].hash });
    }
    return drafts.map((draft) => {
      const at = fresh.indexOf(draft);
      return at >= 0 ? written[at] : (this.answers.get(nameOf(draft)!) ?? TWIN);
    });
  }
}

const TWIN: WriteOutcome = { outcome: 'twin', answer: null, status: null, hash: null };

function nameOf({ authorId, key }: DraftRow): string | null {
  return key === null ? null : `${authorId} ${key}`;
}
