import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../database/database.js';
import { wordsOf } from '../database/json-text.js';
import type { Answer } from '../input/answer.js';
import type { IdempotencyKey } from './idempotency-key.js';
import { keyLock } from './key-lock.sql.js';

/** The number of stored responses that one statement searches. */
const A_PIECE = 2_000;

export interface IdempotencyRecord extends Pick<Answer, 'status' | 'body'> {
  requestHash: Buffer;
}

@Injectable()
export class IdempotencyRepository {
  /**
   * Reserves the key for this transaction, before any other lock. It waits for a concurrent request
   * with the same key.
   * @returns false when the key is used
   */
  async claim(tx: Tx, { userId, key, requestHash }: IdempotencyKey): Promise<boolean> {
    const rows = await tx.query({
      name: 'idempotency_claim',
      text: `with turn as materialized (select pg_advisory_xact_lock(${keyLock('$1', '$2')}))
             insert into idempotency_records (user_id, key, request_hash)
             select $1::uuid, $2::text, $3::bytea from turn
             on conflict (user_id, key) do nothing returning 1`,
      values: [userId, key, requestHash],
    });
    return rows.length === 1;
  }

  async find(from: Queryable, { userId, key }: IdempotencyKey): Promise<IdempotencyRecord | null> {
    return from.first<IdempotencyRecord>({
      name: 'idempotency_find',
      text: `select request_hash as "requestHash", status, body from idempotency_records
             where user_id = $1 and key = $2`,
      values: [userId, key],
    });
  }

  async complete(tx: Tx, { userId, key }: IdempotencyKey, { status, body }: Answer): Promise<void> {
    await tx.query({
      name: 'idempotency_complete',
      text: `update idempotency_records set status = $3, body = $4 where user_id = $1 and key = $2`,
      values: [userId, key, status, body],
    });
  }

  /**
   * Empties stored responses, of any user, that name an erased user. Their keys stay, so a repeated
   * request is still executed only once.
   * @param from the creation time at which to start
   * @returns the start of the next piece; null at the end
   */
  async forgetAnswersOn(
    tx: Queryable,
    ids: readonly string[],
    from: string,
  ): Promise<string | null> {
    const [{ count, last }] = await tx.query<{ count: number; last: string }>({
      name: 'idempotency_forget',
      text: `with piece as materialized (
               select user_id, key, created_at, body from idempotency_records
               where created_at >= $2 order by created_at limit ${A_PIECE}
             ), naming as (
               select distinct user_id, key from piece cross join lateral ${wordsOf('body')}
               where word in (select unnest($1::text[]))
             ), emptied as (
               update idempotency_records r set body = '{}' from naming n
               where r.user_id = n.user_id and r.key = n.key
             )
             select count(*)::integer as count, max(created_at)::text as last from piece`,
      values: [ids, from],
    });
    return count === A_PIECE ? last : null;
  }
}
