import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../database/database.js';
import { Announcer } from '../nodes/announcer.js';
import { Answer } from '../input/answer.js';
import { IdempotencyKeyReused } from './acts.errors.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import type { IdempotencyKey } from './idempotency-key.js';
import { KeyTurns } from './key-turns.js';

/** The transaction of one act, and the posts that it touched: others are told after the commit. */
export interface Act extends Tx {
  readonly touchedPosts: Set<string>;
  signalled: boolean;
  /** Work behind the commit, in other transactions and before the answer; it must not fail. */
  readonly afterwards: (() => Promise<void>)[];
}

/** One act, one transaction: the change, its counters, its events and its idempotency record. */
@Injectable()
export class Acts {
  constructor(
    private readonly database: Database,
    private readonly idempotency: IdempotencyRepository,
    private readonly announcer: Announcer,
    private readonly turns: KeyTurns,
  ) {}

  /** Runs an act and commits it; then the nodes are woken. */
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
   * Runs an act once for its key. The same key again gets the first answer byte for byte.
   * @param ask refuses by reads alone, without a lock, so that a refused act keeps nobody waiting; `work`
   *   asks again under its locks
   * @throws IdempotencyKeyReused when the key came with another request before
   * @throws TemporarilyUnavailable when a twin takes longer than the lock timeout
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
   * Refuses an act before it begins. An answer that its key was given stands, whatever would refuse it by now.
   * @throws the refusal, where there is no such answer
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
   * The first answer, byte for byte: it may hold a text that was hidden since. Keys belong to a user, so
   * it goes back only to that user, and only while the route is still open to them.
   * @returns null where the key has no answer yet
   * @throws IdempotencyKeyReused when the key came with another request before
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
