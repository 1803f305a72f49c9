import { Injectable, Logger } from '@nestjs/common';
import { ClosedAccountsRepository } from '../users/accounts/closed-accounts.repository.js';
import { Eraser } from './eraser.js';
import { ErasureLedger } from './erasure-ledger.js';
import { ErasureService } from './erasure.service.js';

const A_PIECE = 1_000;

/** Erases once more whom a restored backup has brought back. */
@Injectable()
export class ErasureReplay {
  private readonly logger = new Logger('ErasureReplay');

  constructor(
    private readonly ledger: ErasureLedger,
    private readonly accounts: ClosedAccountsRepository,
    private readonly eraser: Eraser,
    private readonly erasures: ErasureService,
  ) {}

  /** Before the service serves. */
  async ensure(): Promise<void> {
    await this.erasures.enqueueAll();
    const erased = await this.ledger.read();
    for (let at = 0; at < erased.length; at += A_PIECE) {
      const piece = erased.slice(at, at + A_PIECE);
      const back = new Set(await this.accounts.listUnerased(piece.map(({ id }) => id)));
      if (back.size === 0) continue;
      this.logger.warn(`The database has ${back.size} accounts that were erased; they go now.`);
      const again = piece.filter(({ id }) => back.has(id));
      // After a kill the jobs go on with them.
      for (const { id, comments } of again) await this.erasures.insertDue(id, comments);
      await this.eraser.erase(again);
    }
  }
}
