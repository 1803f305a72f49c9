import { Inject, Injectable } from '@nestjs/common';
import {
  CommentWriterRepository,
  type DraftRow,
  type WriteOutcome,
} from '../../../src/comments/writing/comment-writer.repository.js';
import { Database } from '../../../src/database/database.js';

/**
 * Reads the terms of a draft, refuses by them, and then writes: the usual approach, correct except
 * for changes in between.
 */
@Injectable()
export class AsksForTheLockFirst extends CommentWriterRepository {
  constructor(@Inject(Database) private readonly reads: Database) {
    super(reads);
  }

  override async write(drafts: readonly DraftRow[]): Promise<WriteOutcome[]> {
    const outcomes: WriteOutcome[] = [];
    for (const draft of drafts) outcomes.push(await this.writeOne(draft));
    return outcomes;
  }

  private async writeOne(draft: DraftRow): Promise<WriteOutcome> {
    const [{ locked }] = await this.reads.query<{ locked: boolean }>({
      text: 'select locked from posts where id = $1',
      values: [draft.postId],
    });
    const [outcome] = await super.write([draft]);
    if (locked || outcome.outcome !== 'terms') return outcome;
    const terms = JSON.parse(outcome.answer!) as DraftRow['terms'];
    const [again] = await super.write([{ ...draft, terms }]);
    return again;
  }
}
