import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { ScoreEvents } from './score-events.js';
import { type Move, ScoresRepository } from './scores.repository.js';

/** Scores reach pages and sockets at most this often, on however many nodes. */
const EVERY_MS = 1_000;
/** More moves wait for the next round. */
const MAX_MOVES = 5_000;
/** The comments of one transaction, which has locked the heads of their posts. */
const BATCH = 250;
/**
 * The most posts whose scores are revealed in one round; a statement for a hundred took 0.2 s on a
 * large site.
 */
const MAX_REVEALS = 40;

/**
 * Applies new votes to the sort keys and the versions of pages, and sends scores to the sockets. A
 * vote does not write the sort keys itself, because they are indexed.
 */
@Injectable()
export class ScoreJob implements OnApplicationBootstrap {
  constructor(
    private readonly scores: ScoresRepository,
    private readonly events: ScoreEvents,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({
      name: 'scores',
      everyMs: EVERY_MS,
      onceInCluster: true,
      isIdle: () => this.scores.isIdle(),
      run: (stop) => this.keep(stop),
    });
  }

  private async keep(stop: AbortSignal): Promise<void> {
    await this.reveal();
    const moves = await this.scores.listMoves(MAX_MOVES);
    for (let at = 0; at < moves.length && !stop.aborted; at += BATCH)
      await this.settle(moves.slice(at, at + BATCH));
  }

  /**
   * Scores are shown from this write on, not from the exact time when they are due, because each
   * version of a page must have one content.
   */
  private async reveal(): Promise<void> {
    const due = await this.scores.listDue(MAX_REVEALS);
    if (due.length === 0) return;
    await this.acts.run(async (act) => {
      await this.scores.reveal(act, await this.log.touchPages(act, due));
    });
  }

  /** Posts that another transaction has locked are left for the next round. */
  private async settle(moves: readonly Move[]): Promise<void> {
    const shown = moves.filter((move) => move.shown);
    const settled = await this.acts.run(async (act) => {
      // Heads are locked before comments, as in every transaction.
      const posts = [...new Set(shown.map((move) => move.postId))];
      const free = new Set(posts.length > 0 ? await this.log.touchPages(act, posts) : []);
      const due = moves.filter((move) => !move.shown || free.has(move.postId));
      const ids = due.map((move) => move.commentId);
      return new Set(await this.scores.settle(act, ids));
    });
    await this.events.announce(shown.filter((move) => settled.has(move.commentId)));
  }
}
