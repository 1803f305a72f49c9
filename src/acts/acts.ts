import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../database/database.js';
import { Announcer } from '../nodes/announcer.js';
import { Answer } from '../input/answer.js';
import { IdempotencyKeyReused } from './acts.errors.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import type { IdempotencyKey } from './idempotency-key.js';
import { KeyTurns } from './key-turns.js';

/**
 * The transaction of one act, and the posts that it changed. Other nodes and readers are notified
 * after the commit.
 */
export interface Act extends Tx {
  readonly touchedPosts: Set<string>;
  signalled: boolean;
  /** Work after the commit and before the response, in other transactions; it must not fail. */
  readonly afterwards: (() => Promise<void>)[];
}

/** One act is one transaction: the change, its counters, its events and its idempotency record. */
@Injectable()
export class Acts {
  constructor(
    private readonly database: Database,
    private readonly idempotency: IdempotencyRepository,
    private readonly announcer: Announcer,
    private readonly turns: KeyTurns,
  ) {}

  /** Runs an act, commits it, and then wakes the nodes. */
  async run<T>(work: (act: Act) => Promise<T>): Promise<T> {
    let act: Act | null = null;
    const result = await this.database.transaction((tx) => {
      act = Object.assign(tx, {
        touchedPosts: new Set<string>(),
        signalled: false,
        afterwards: [],
      });
      return work(act);
    });
    this.announcer.announce(act!);
    for (const follow of act!.afterwards) await follow();
    return result;
  }

  /**
   * Runs an act once for its key. A repetition with the same key gets the first response byte for
   * byte.
   * @param ask checks by reads only, without locks, so that a refused act blocks nobody; `work`
   * checks again under its locks
   * @throws IdempotencyKeyReused when the key was used for another request before
   * @throws TemporarilyUnavailable when a concurrent request with the same key takes longer than
   * the lock timeout
   */
  async once<View>(
    idempotencyKey: IdempotencyKey | null,
    work: (act: Act) => Promise<Answer<View>>,
    ask?: (reader: Tx) => Promise<unknown>,
  ): Promise<Answer<View>> {
    try {
      if (ask) await this.database.read(ask);
    } catch (error) {
      return this.refuse(idempotencyKey, error);
    }
    if (!idempotencyKey) return this.run(work);
    return this.turns.inTurn(idempotencyKey, () =>
      this.run(async (act) => {
        if (!(await this.idempotency.claim(act, idempotencyKey))) {
          return (await this.findAnswer<View>(idempotencyKey, act))!;
        }
        const answer = await work(act);
        await this.idempotency.complete(act, idempotencyKey, answer);
        return answer;
      }),
    );
  }

  /**
   * Refuses an act before it starts. If its key already has a response, that response is returned
   * instead.
   * @throws the refusal, if there is no such response
   */
  async refuse<View>(
    idempotencyKey: IdempotencyKey | null,
    refusal: unknown,
  ): Promise<Answer<View>> {
    const first = await this.findAnswer<View>(idempotencyKey);
    if (first) return first;
    throw refusal;
  }

  /**
   * The first response, byte for byte. It may contain a text that was hidden since. Keys belong to
   * a user, so it is returned only to that user, and only while the route is still open to them.
   * @returns null if the key has no response yet
   * @throws IdempotencyKeyReused when the key was used for another request before
   */
  private async findAnswer<View>(
    idempotencyKey: IdempotencyKey | null,
    from: Queryable = this.database,
  ): Promise<Answer<View> | null> {
    const record = idempotencyKey && (await this.idempotency.find(from, idempotencyKey));
    if (!record) return null;
    if (!record.requestHash.equals(idempotencyKey.requestHash)) throw new IdempotencyKeyReused();
    return new Answer<View>(record.status, record.body);
  }
}
