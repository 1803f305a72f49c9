import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { type AgedRows, AgedRowsRepository } from './aged-rows.repository.js';
import { daysKept, type Kept } from './kept-days.js';
import { CollectedFailures } from '../nodes/collected-failures.js';
import { Rounds } from '../nodes/background-rounds.js';

/** Deletes old rows of one kind in pieces: statements that each read a bounded number of rows. */
export interface Sweep {
  what: Kept;
  /**
   * @param seconds the minimum age
   * @returns whether there may be more
   */
  piece(seconds: number): Promise<boolean>;
}

const EVERY_MS = 15 * 60_000;

/**
 * Deletes the rows that are old enough. The sweeps take turns, one statement at a time, each
 * followed by an equally long pause, so that no backlog delays other sweeps or readers. If one
 * fails, the others continue, and it is retried in the next round.
 */
@Injectable()
export class Retention implements OnApplicationBootstrap {
  /** A simulation of a month sets a lower value. */
  secondsADay = 86_400;
  private readonly sweeps: Sweep[] = [];

  constructor(
    private readonly rounds: Rounds,
    private readonly agedRows: AgedRowsRepository,
  ) {}

  /** Each room registers the sweeps of its own rows. */
  also(sweep: Sweep): void {
    this.sweeps.push(sweep);
  }

  /** The usual sweep: rows of one table, by an indexed time. */
  alsoRows(what: Kept, rows: AgedRows): void {
    this.also({ what, piece: this.agedRows.sweep(rows) });
  }

  onApplicationBootstrap(): void {
    this.alsoRows('idempotency records', { table: 'idempotency_records', by: 'created_at' });
    this.alsoRows('signals', { table: 'signals', by: 'at' });
    this.rounds.begin({
      name: 'retention',
      everyMs: EVERY_MS,
      onceInCluster: true,
      run: (stop) => this.sweep(stop),
    });
  }

  private async sweep(stop: AbortSignal): Promise<void> {
    const attempts = new CollectedFailures();
    let due: readonly Sweep[] = this.sweeps;
    while (due.length > 0) {
      const unfinished: Sweep[] = [];
      for (const sweep of due) {
        if (stop.aborted) return;
        const startedAt = performance.now();
        const piece = () => sweep.piece(this.secondsOf(sweep.what));
        if (await attempts.try(sweep.what, piece)) unfinished.push(sweep);
        await delay(performance.now() - startedAt);
      }
      due = unfinished;
    }
    attempts.end();
  }

  private secondsOf(what: Kept): number {
    return daysKept(what) * this.secondsADay;
  }
}
