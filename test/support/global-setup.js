import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Names the place of the run's one server, once for all projects; the first test file that needs it
 * starts it there.
 */
export default function globalSetup() {
  process.env.TEST_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'colloquy-test-'));
}
