import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import { AuthorPages } from '../../users/accounts/author-pages.js';
import { AuthorshipRepository, type Moving } from './authorship.repository.js';

/**
 * Transfers comments of an author without an account to the account of the same person. Ids,
 * replies and the votes of others are kept.
 */
@Injectable()
export class Authorship {
  constructor(
    private readonly repository: AuthorshipRepository,
    private readonly pages: AuthorPages,
    private readonly signals: SignalLog,
  ) {}

  /**
   * Moves the first comments at once. `AuthorshipJob` moves the rest after the commit.
   * @param authorId an author without an account, proved to be the holder of the account
   * @returns the number of comments; null if an account has claimed this author before
   */
  async takeOver(act: Act, authorId: string, userId: string): Promise<number | null> {
    if (!(await this.repository.claim(act, authorId, userId))) return null;
    const comments = await this.repository.count(act, authorId);
    await this.repository.moveComments(act, authorId, userId);
    await this.repository.noteMoving(act, authorId);
    await this.repository.moveStatements(act, authorId, userId);
    await this.repository.moveCredits(act, authorId, userId);
    await this.repository.moveNotifications(act, authorId, userId);
    if (comments > 0) await this.pages.showAnew(act, userId);
    await this.signals.append(act, { type: 'user.changed', userId });
    return comments;
  }

  /** @returns whether there is more to transfer; null when all of the rest is locked for now */
  async carryOn(act: Act, { authorId, userId }: Moving): Promise<boolean | null> {
    if (!(await this.repository.lockMoving(act, authorId))) return false;
    const moved = await this.repository.moveComments(act, authorId, userId);
    const more = await this.repository.noteMoving(act, authorId);
    if (more) return moved > 0 || null;
    await this.pages.showAnew(act, userId);
    await this.signals.append(act, { type: 'user.changed', userId });
    return false;
  }
}
