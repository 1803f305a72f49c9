import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { RUN_FOLDER } from '../run-folder.js';

/** A separate ledger for a test. */
export function ledgerPath(): string {
  return join(mkdtempSync(join(RUN_FOLDER, 'erasures-')), 'erasures.jsonl');
}
