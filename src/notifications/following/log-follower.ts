import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { setImmediate as breathe, setTimeout as delay } from 'node:timers/promises';
import { NIL } from '../../database/ids.js';
import { Database } from '../../database/database.js';
import { Announcer } from '../../nodes/announcer.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { CollectedFailures } from '../../nodes/collected-failures.js';
import { LongTextPool } from '../../posts/texts/long-text-pool.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import { FollowedLogsRepository, type LogPiece } from './followed-logs.repository.js';
import { type NamedUser, RecipientsRepository } from './recipients.repository.js';

const EVERY_MS = 500;
const LOST_EVERY_MS = 30_000;
/** The limits of one transaction: posts, events of each, and bytes of all texts. */
const POSTS = 20;
const EVENTS = 100;
const BYTES = 1_048_576;
/**
 * The most rows for followers in one transaction. They take about a second; a statement may take
 * ten.
 */
const ROWS = 20_000;
/** The most posts in the list of wakes. The search for lost wakes finds further ones. */
const MOST_WOKEN = 10_000;
/** The heads that one statement of the search compares. */
const HEADS = 5_000;

/**
 * Follows the logs of all posts and decides whom to notify. Writers do not wait for it, and after
 * each piece it pauses for as long as that took. Every node receives the wakes of every post. The
 * first node that locks a log continues from its stored position, and writes the notifications and
 * the new position in one transaction. A post that fails does not delay the others.
 */
@Injectable()
export class LogFollower implements OnApplicationBootstrap {
  private readonly woken = new Set<string>();

  constructor(
    private readonly logs: FollowedLogsRepository,
    private readonly recipients: RecipientsRepository,
    private readonly long: LongTextPool,
    private readonly database: Database,
    private readonly announcer: Announcer,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.announcer.local.on('posts', (ids) => {
      for (const id of ids) if (this.woken.size < MOST_WOKEN) this.woken.add(id);
    });
    this.rounds.begin({
      name: 'following',
      everyMs: EVERY_MS,
      isIdle: async () => this.woken.size === 0,
      run: (stop) => this.followWoken(stop),
    });
    this.rounds.begin({
      name: 'lost-wakes',
      everyMs: LOST_EVERY_MS,
      onceInCluster: true,
      run: (stop) => this.followBehind(stop),
    });
  }

  /**
   * A post that is woken meanwhile waits for the next round. Otherwise a busy post would need as
   * many transactions here as its writers do, each for few comments.
   */
  private async followWoken(stop: AbortSignal): Promise<void> {
    const attempts = new CollectedFailures();
    const ids = [...this.woken];
    this.woken.clear();
    while (ids.length > 0 && !stop.aborted) {
      const again = await this.followAll(ids.splice(0, POSTS), attempts, stop);
      for (const id of again) this.woken.add(id);
    }
    for (const id of ids) this.woken.add(id);
    attempts.end();
  }

  /**
   * Finds posts whose wake was lost, because a node died after a commit or before it processed the
   * wake.
   */
  private async followBehind(stop: AbortSignal): Promise<void> {
    const attempts = new CollectedFailures();
    let after: string | null = NIL;
    while (after !== null && !stop.aborted) {
      const { last, behind } = await this.logs.findBehind(after, HEADS);
      while (behind.length > 0 && !stop.aborted)
        await this.followAll(behind.splice(0, POSTS), attempts, stop);
      after = last;
    }
    attempts.end();
  }

  /**
   * If a batch fails as a whole, each post is processed alone.
   * @returns the posts to retry in the next round; the others are left to the search for lost wakes
   */
  private async followAll(
    ids: readonly string[],
    attempts: CollectedFailures,
    stop: AbortSignal,
  ): Promise<string[]> {
    const again: string[] = [];
    const alone = (id: string) => async () => {
      try {
        await this.follow([id], stop);
      } catch (error) {
        if (error instanceof TemporarilyUnavailable) again.push(id);
        throw error;
      }
    };
    try {
      await this.follow(ids, stop);
    } catch {
      for (const id of ids) await attempts.try(id, alone(id));
    }
    return again;
  }

  /** Processes each log to its end, one piece at a time. */
  private async follow(postIds: readonly string[], stop: AbortSignal): Promise<void> {
    await this.logs.open(postIds);
    let rest = postIds;
    while (rest.length > 0 && !stop.aborted) {
      const startedAt = performance.now();
      const pieces = await this.followPieces(rest);
      rest = pieces.filter(({ more }) => more).map(({ postId }) => postId);
      await delay(performance.now() - startedAt);
    }
  }

  private async followPieces(postIds: readonly string[]): Promise<LogPiece[]> {
    const found = await this.logs.listPieces(postIds, {
      events: EVENTS,
      bytes: Math.floor(BYTES / postIds.length),
      rows: Math.floor(ROWS / postIds.length),
    });
    if (found.length === 0) return [];
    const named = await this.namesIn(found);
    return this.database.transaction(async (tx) => {
      const pieces = await this.logs.take(tx, found);
      if (pieces.length === 0) return [];
      await this.recipients.tellOfComments(tx, pieces, named);
      await this.recipients.tellOfCorrections(tx, pieces);
      await this.recipients.forgetDeleted(tx, pieces);
      await this.logs.move(tx, pieces);
      return pieces;
    });
  }

  /**
   * Runs before any lock is taken: parsing texts takes time, and requests need this thread in
   * between.
   */
  private async namesIn(pieces: readonly LogPiece[]): Promise<NamedUser[]> {
    const named: NamedUser[] = [];
    for (const { id, body } of await this.recipients.listAddressing(pieces)) {
      for (const [place, names] of (await this.long.findMentionsBehind(body)).entries())
        named.push(...names.map((name) => ({ commentId: id, place, name })));
      await breathe();
    }
    return named;
  }
}
