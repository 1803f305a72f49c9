/**
 * The number by which a transaction locks an idempotency key before it takes anything else. A lock and
 * not the row, since a row that another transaction is inserting can only be waited for: a batch of
 * comments asks for the keys of many, and must wait for none of them.
 */
export function keyLock(userId: string, key: string): string {
  return `hashtextextended(${userId}::uuid::text || ' ' || ${key}, 0)`;
}
