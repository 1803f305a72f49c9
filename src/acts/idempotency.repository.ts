import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../database/database.js';
import type { Answer } from '../input/answer.js';
import type { IdempotencyKey } from './idempotency-key.js';
import { keyLock } from './key-lock.sql.js';

export interface IdempotencyRecord extends Pick<Answer, 'status' | 'body'> {
  requestHash: Buffer;
}

@Injectable()
export class IdempotencyRepository {
  /**
   * Takes the key for this transaction, before it takes anything else. A twin that runs at the same time
   * is waited for.
   * @returns false when the key is taken
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
    const [row] = await from.query<IdempotencyRecord>({
      name: 'idempotency_find',
      text: `select request_hash as "requestHash", status, body from idempotency_records
             where user_id = $1 and key = $2`,
      values: [userId, key],
    });
    return row ?? null;
  }

  async complete(tx: Tx, { userId, key }: IdempotencyKey, { status, body }: Answer): Promise<void> {
    await tx.query({
      name: 'idempotency_complete',
      text: `update idempotency_records set status = $3, body = $4 where user_id = $1 and key = $2`,
      values: [userId, key, status, body],
    });
  }
}
