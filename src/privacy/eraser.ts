import { Injectable } from '@nestjs/common';
import { IdempotencyRepository } from '../acts/idempotency.repository.js';
import { Acts } from '../acts/acts.js';
import { AuthorshipRepository } from '../comments/authors/authorship.repository.js';
import { CommentErasure } from '../comments/status/comment-erasure.js';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { AccountEnding } from '../users/accounts/account-ending.js';
import { ClosedAccountsRepository } from '../users/accounts/closed-accounts.repository.js';
import type { CommentsHandling } from './erasure.dto.js';
import { type Erased, ErasureLedger } from './erasure-ledger.js';
import { ErasuresRepository } from './erasures.repository.js';
import { PARTS } from './parts.js';
import { PersonalRowsRepository } from './personal-rows.repository.js';

const RULES = Object.values(PARTS)
  .flatMap((part) => Object.entries(part))
  .flatMap(([table, { erasing }]) => erasing.map((rule) => ({ table, rule })));

/**
 * Erases users in pieces. Each piece is a transaction of its own, so that others can write in
 * between. Each step is idempotent: after a kill the job starts again, and finds what is left.
 */
@Injectable()
export class Eraser {
  constructor(
    private readonly erasures: ErasuresRepository,
    private readonly comments: CommentErasure,
    private readonly authorships: AuthorshipRepository,
    private readonly rows: PersonalRowsRepository,
    private readonly ending: AccountEnding,
    private readonly accounts: ClosedAccountsRepository,
    private readonly answers: IdempotencyRepository,
    private readonly jobs: Jobs,
    private readonly ledger: ErasureLedger,
    private readonly database: Database,
    private readonly acts: Acts,
  ) {}

  /** Runs a due erasure; does nothing if it was cancelled. */
  async carryOut(userId: string, stop?: AbortSignal): Promise<void> {
    const comments = await this.erasures.begin(userId);
    if (comments) await this.erase([{ id: userId, comments }], stop);
  }

  /**
   * Erases accounts, each with the authors whose comments it has claimed, because they are the same
   * person. Data that only a full scan finds is searched once for all accounts.
   */
  async erase(accounts: readonly Erased[], stop?: AbortSignal): Promise<void> {
    const all = await this.withTaken(accounts);
    for (const one of all) await this.empty(one, stop);
    // Deletes rows that a last session has written meanwhile.
    for (const { id } of all) await this.eraseRows(id, stop);
    const ids = all.map(({ id }) => id);
    await this.jobs.forget(ids);
    await this.forgetAnswers(ids, stop);
    await this.finish(accounts, ids);
  }

  private async withTaken(accounts: readonly Erased[]): Promise<Erased[]> {
    const handlings = new Map<string, CommentsHandling>();
    for (const { id, comments } of accounts) {
      for (const taken of await this.authorships.listTaken(id)) handlings.set(taken, comments);
      handlings.set(id, comments);
    }
    return [...handlings].map(([id, comments]) => ({ id, comments }));
  }

  private async empty({ id, comments }: Erased, stop?: AbortSignal): Promise<void> {
    await this.comments.erase(id, comments === 'remove', stop);
    // The ledger is written before the name is deleted, also for claimed authors, whose owner a
    // replay may not find. After a crash the job repeats the rest.
    await this.ledger.append({ id, comments, at: new Date().toISOString() });
    await this.eraseRows(id, stop);
    await this.acts.run((act) => this.ending.empty(act, id));
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

  /** Stored responses to others may contain the name. New responses no longer do. */
  private async forgetAnswers(ids: readonly string[], stop?: AbortSignal): Promise<void> {
    let from: string | null = '-infinity';
    while (from !== null) {
      stop?.throwIfAborted();
      from = await this.answers.forgetAnswersOn(this.database, ids, from);
    }
  }

  /** The last step, because a restarted erasure needs the list of claimed authors. */
  private finish(accounts: readonly Erased[], ids: readonly string[]): Promise<void> {
    return this.database.transaction(async (tx) => {
      for (const { id } of accounts) {
        await this.authorships.forgetTaken(tx, id);
        await this.erasures.finish(tx, id);
      }
      await this.accounts.dropUnused(tx, ids);
    });
  }
}
