import type { Statement, Tx } from '../../database/database.js';

const PATIENCE_SECONDS = 120;

/**
 * Raises the time limit for a statement over a whole thread, and for the rest of its transaction.
 */
export async function queryWithLongTimeout<Row>(tx: Tx, statement: Statement): Promise<Row[]> {
  await tx.query({ text: `set local statement_timeout = '${PATIENCE_SECONDS}s'` });
  // The server times out before the client does.
  return tx.query<Row>({ ...statement, timeoutMs: (PATIENCE_SECONDS + 5) * 1_000 });
}
