import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A ledger of its own for a test. */
export function ledgerPath(): string {
  return join(mkdtempSync(join(tmpdir(), 'colloquy-erasures-')), 'erasures.jsonl');
}
