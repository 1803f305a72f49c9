import type { Statement, Tx } from '../../database/database.js';

const PATIENCE_SECONDS = 120;

/** Runs a statement over a whole thread, which takes longer than any other may; so may what follows in its act. */
export async function patiently<Row>(tx: Tx, statement: Statement): Promise<Row[]> {
  await tx.query({ text: `set local statement_timeout = '${PATIENCE_SECONDS}s'` });
  // The server's refusal comes first.
  return tx.query<Row>({ ...statement, timeoutMs: (PATIENCE_SECONDS + 5) * 1_000 });
}
