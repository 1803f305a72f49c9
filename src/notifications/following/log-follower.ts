import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { NIL } from 'uuid';
import { Database, type Tx } from '../../database/database.js';
import { Announcer } from '../../nodes/announcer.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { findMentions } from '../../text/markdown/mentions.js';
import { FollowedLogsRepository, type LogPiece } from './followed-logs.repository.js';
import { type NamedUser, RecipientsRepository } from './recipients.repository.js';

const EVERY_MS = 500;
const LOST_EVERY_MS = 30_000;
/** What one transaction looks at: posts, and events of each. */
const POSTS = 20;
const EVENTS = 500;
/** Rows for followers that it writes: a second of work, of the ten that a statement has. */
const ROWS = 20_000;
/** Posts that wait to be looked at; of more the search for lost wakes tells. */
const MOST_WOKEN = 10_000;
/** Heads that one statement of that search compares. */
const HEADS = 5_000;

/**
 * Follows the logs of all posts, to decide who is told of what. It stands behind the writers: they wait for
 * nothing of it, and it rests as long as it works. Every node hears of every post; the first that takes a log
 * goes on from where the last one stopped, and writes whom it tells and how far it came in one transaction.
 */
@Injectable()
export class LogFollower implements OnApplicationBootstrap {
  private readonly woken = new Set<string>();

  constructor(
    private readonly logs: FollowedLogsRepository,
    private readonly recipients: RecipientsRepository,
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

  private async followWoken(stop: AbortSignal): Promise<void> {
    while (this.woken.size > 0 && !stop.aborted) {
      const ids = [...this.woken].slice(0, POSTS);
      for (const id of ids) this.woken.delete(id);
      try {
        await this.follow(ids, stop);
      } catch (error) {
        for (const id of ids) this.woken.add(id);
        throw error;
      }
    }
  }

  /** The posts whose wake was lost, since a node died behind a commit or before it had looked. */
  private async followBehind(stop: AbortSignal): Promise<void> {
    let after: string | null = NIL;
    while (after !== null && !stop.aborted) {
      const { last, behind } = await this.logs.findBehind(after, HEADS);
      while (behind.length > 0 && !stop.aborted) await this.follow(behind.splice(0, POSTS), stop);
      after = last;
    }
  }

  /** To the end of each log, a piece at a time. */
  private async follow(postIds: readonly string[], stop: AbortSignal): Promise<void> {
    await this.logs.open(postIds);
    let rest = postIds;
    while (rest.length > 0 && !stop.aborted) {
      const startedAt = performance.now();
      const ids = rest;
      const pieces = await this.database.transaction((tx) => this.followPieces(tx, ids));
      rest = pieces.filter(({ more }) => more).map(({ postId }) => postId);
      await delay(performance.now() - startedAt);
    }
  }

  private async followPieces(tx: Tx, postIds: readonly string[]): Promise<LogPiece[]> {
    const pieces = await this.logs.take(tx, postIds, {
      events: EVENTS,
      rows: Math.floor(ROWS / postIds.length),
    });
    if (pieces.length === 0) return [];
    const named = (await this.recipients.listAddressing(tx, pieces)).flatMap(namesIn);
    await this.recipients.tellOfComments(tx, pieces, named);
    await this.recipients.tellOfCorrections(tx, pieces);
    await this.recipients.forgetDeleted(tx, pieces);
    await this.logs.move(tx, pieces);
    return pieces;
  }
}

function namesIn({ id, body }: { id: string; body: string }): NamedUser[] {
  return findMentions(body).flatMap((names, place) =>
    names.map((name) => ({ commentId: id, place, name })),
  );
}
