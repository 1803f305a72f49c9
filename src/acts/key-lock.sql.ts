/**
 * The number by which a transaction locks an idempotency key before anything else. It is an
 * advisory lock, because a row that another transaction is inserting can only be waited for. A
 * batch of comments locks many keys, and must wait for none of them.
 */
export function keyLock(userId: string, key: string): string {
  return `hashtextextended(${userId}::uuid::text || ' ' || ${key}, 0)`;
}
