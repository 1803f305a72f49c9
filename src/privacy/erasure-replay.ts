import { Injectable, Logger } from '@nestjs/common';
import { Jobs } from '../jobs/jobs.js';
import { ClosedAccountsRepository } from '../users/accounts/closed-accounts.repository.js';
import { Eraser } from './eraser.js';
import { type Erased, ErasureLedger } from './erasure-ledger.js';
import { ErasureService } from './erasure.service.js';
import { ErasuresRepository } from './erasures.repository.js';

const A_PIECE = 1_000;

/** Repeats the erasures of users that a restored backup has brought back. */
@Injectable()
export class ErasureReplay {
  private readonly logger = new Logger('ErasureReplay');

  constructor(
    private readonly ledger: ErasureLedger,
    private readonly accounts: ClosedAccountsRepository,
    private readonly eraser: Eraser,
    private readonly waiting: ErasuresRepository,
    private readonly erasures: ErasureService,
    private readonly jobs: Jobs,
  ) {}

  /** Runs before the service accepts requests. */
  async ensure(): Promise<void> {
    const { back, restored } = await this.findBack();
    if (restored) {
      const parked = await this.jobs.park();
      this.logger.warn(`The database was restored: ${parked} jobs of it wait for administrators.`);
    }
    await this.erasures.enqueueAll();
    for (let at = 0; at < back.length; at += A_PIECE) {
      const again = back.slice(at, at + A_PIECE);
      this.logger.warn(`The database has ${again.length} accounts that were erased; they go now.`);
      // If the process is killed, the jobs continue.
      for (const { id, comments } of again) await this.erasures.insertDue(id, comments);
      await this.eraser.erase(again);
    }
  }

  /**
   * After a crash an erasure may be in the ledger but not finished. That does not mean that the
   * database was restored.
   */
  private async findBack(): Promise<{ back: Erased[]; restored: boolean }> {
    const erased = await this.ledger.read();
    const begun = new Set(await this.waiting.listBegun());
    const back: Erased[] = [];
    let restored = false;
    for (let at = 0; at < erased.length; at += A_PIECE) {
      const piece = new Map(erased.slice(at, at + A_PIECE).map((one) => [one.id, one]));
      for (const { id, imported } of await this.accounts.listUnerased([...piece.keys()])) {
        back.push(piece.get(id)!);
        restored ||= !imported && !begun.has(id);
      }
    }
    return { back, restored };
  }
}
