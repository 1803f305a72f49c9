import { Injectable } from '@nestjs/common';
import { IdempotencyRepository } from '../acts/idempotency.repository.js';
import { Acts } from '../acts/acts.js';
import { AuthorshipRepository } from '../comments/authors/authorship.repository.js';
import { CommentErasure } from '../comments/status/comment-erasure.js';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { AccountEnding } from '../users/accounts/account-ending.js';
import type { CommentsFate } from './erasure.dto.js';
import { ErasureLedger } from './erasure-ledger.js';
import { ErasuresRepository } from './erasures.repository.js';
import { PARTS } from './parts.js';
import { PersonalRowsRepository } from './personal-rows.repository.js';

const RULES = Object.values(PARTS)
  .flatMap((part) => Object.entries(part))
  .flatMap(([table, { erasing }]) => erasing.map((rule) => ({ table, rule })));

/**
 * Erases people in pieces, each a transaction of its own, so that writers come in between. Each step may be done
 * again: after a kill the job begins anew, and finds what is left.
 */
@Injectable()
export class Eraser {
  constructor(
    private readonly erasures: ErasuresRepository,
    private readonly comments: CommentErasure,
    private readonly authorships: AuthorshipRepository,
    private readonly rows: PersonalRowsRepository,
    private readonly ending: AccountEnding,
    private readonly answers: IdempotencyRepository,
    private readonly jobs: Jobs,
    private readonly ledger: ErasureLedger,
    private readonly database: Database,
    private readonly acts: Acts,
  ) {}

  /** Carries out what is due; nothing where the holder has kept the account. */
  async carryOut(userId: string, stop?: AbortSignal): Promise<void> {
    const comments = await this.erasures.begin(userId);
    if (comments) await this.erase(userId, comments, stop);
  }

  /** Erases an account, and the authors whose comments it has taken over: they are the same person. */
  async erase(userId: string, comments: CommentsFate, stop?: AbortSignal): Promise<void> {
    for (const authorId of await this.authorships.listTaken(userId))
      await this.eraseOne(authorId, comments, stop);
    await this.eraseOne(userId, comments, stop);
    await this.erasures.finish(this.database, userId);
  }

  private async eraseOne(id: string, comments: CommentsFate, stop?: AbortSignal): Promise<void> {
    await this.comments.erase(id, comments === 'remove', stop);
    // Said before the name is gone, also of authors that are nobody's by then: the job does again what a crash leaves undone.
    await this.ledger.append({ id, comments, at: new Date().toISOString() });
    await this.eraseRows(id, stop);
    await this.acts.run((act) => this.ending.empty(act, id));
    // What a last session has written meanwhile.
    await this.eraseRows(id, stop);
    await this.jobs.forget(id);
    await this.forgetAnswers(id, stop);
  }

  private async eraseRows(id: string, stop?: AbortSignal): Promise<void> {
    for (const { table, rule } of RULES) {
      let more = true;
      while (more) {
        stop?.throwIfAborted();
        more = await this.rows.erase(table, rule, id);
      }
    }
  }

  /** Others may have been answered with the name; from now on nobody is. */
  private async forgetAnswers(id: string, stop?: AbortSignal): Promise<void> {
    let from: string | null = '-infinity';
    while (from !== null) {
      stop?.throwIfAborted();
      from = await this.answers.forgetAnswersOn(this.database, id, from);
    }
  }
}
