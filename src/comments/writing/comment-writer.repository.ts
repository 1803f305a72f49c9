import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { violates } from '../../database/postgres-errors.js';
import type { AnchorView } from '../shape/anchors.dto.js';
import type { Explanation, Terms } from '../../screening/screening-rules.js';
import { RENDERER_VERSION } from '../../text/markdown/markdown.js';
import { WRITE_COMMENTS } from './write-comments.sql.js';

/** A comment to be written, with the terms by which it was judged. */
export interface DraftRow {
  id: string;
  postId: string;
  parentId: string | null;
  authorId: string;
  body: string;
  html: string;
  createdAt: Date;
  terms: Terms;
  /** Why it is held for a moderator; null when it is published. */
  hold: Explanation[] | null;
  /** The idempotency key, with the digest of the request. */
  key: string | null;
  hash: Buffer | null;
  anchor: AnchorView | null;
  quotes: readonly object[] | null;
}

/** The outcome of a draft. */
export interface WriteOutcome {
  outcome:
    | 'write'
    /** An earlier request with this key was answered: `answer`, `status` and `hash` are its own. */
    | 'kept'
    /** Another request with this key is being written; retry. */
    | 'twin'
    /** Another transaction holds the lock on the post's head; retry. */
    | 'busy'
    /** The terms have changed: `answer` contains the current ones, as JSON of `Terms`. */
    | 'terms'
    /** The slow mode of the post allows no comment before the time in `answer`. */
    | 'slow-mode'
    | 'post-not-found'
    | 'parent-not-found'
    | 'parent-gone'
    | 'branch-locked';
  answer: string | null;
  status: number | null;
  hash: Buffer | null;
}

export interface WriteOptions {
  /** An account with fewer published comments is a newcomer. */
  holdFirst?: number;
  /** Whether the slow mode of a post applies. */
  paced?: boolean;
  /** Waits a moment for the lock on the head; all drafts must then be of one post. */
  patient?: boolean;
}

/** Each failed attempt means that another key of the batch was inserted concurrently. */
const MAX_ATTEMPTS = 3;

@Injectable()
export class CommentWriterRepository {
  constructor(private readonly database: Database) {}

  /** Writes drafts in one transaction, and returns their outcomes in the same order. */
  async write(drafts: readonly DraftRow[], how: WriteOptions = {}): Promise<WriteOutcome[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(drafts, how);
      } catch (error) {
        // A node of the former build inserts a key without its lock; the retry finds its answer.
        if (attempt === MAX_ATTEMPTS || !violates(error, 'idempotency_records_pkey')) throw error;
      }
    }
  }

  private attempt(
    drafts: readonly DraftRow[],
    { holdFirst = 0, paced = true, patient = false }: WriteOptions,
  ): Promise<WriteOutcome[]> {
    const column = <K extends keyof DraftRow>(name: K) => drafts.map((draft) => draft[name]);
    const json = (name: 'terms' | 'hold' | 'anchor' | 'quotes') =>
      column(name).map((value) => (value ? JSON.stringify(value) : null));
    return this.database.execute<WriteOutcome>({
      name: 'write_comments',
      text: `select outcome, answer, status, hash
             from ${WRITE_COMMENTS.name}($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
               $13, $14, $15, $16, $17)`,
      values: [
        column('id'),
        column('postId'),
        column('parentId'),
        column('authorId'),
        column('body'),
        column('html'),
        RENDERER_VERSION,
        column('createdAt'),
        json('terms'),
        json('hold'),
        column('key'),
        column('hash'),
        json('anchor'),
        json('quotes'),
        holdFirst,
        paced,
        patient,
      ],
    });
  }
}
