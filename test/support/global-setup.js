import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * In memory, where there is room: each test file makes a database of 700 files and drops it, and ext4 looks
 * through the inodes that were freed in the last minutes for each new file (`recently_deleted`).
 */
const MEMORY = '/dev/shm';
const ROOM_BYTES = 1024 ** 3;

/**
 * Names the place of the run's one server, once for all projects; the first test file that needs it
 * starts it there.
 */
export default function globalSetup() {
  if (process.env.TEST_DATA_DIR) return;
  const place = mkdtempSync(join(hasRoom(MEMORY) ? MEMORY : tmpdir(), 'colloquy-test-'));
  // Under root another account runs the server.
  chmodSync(place, 0o755);
  process.env.TEST_DATA_DIR = place;
}

function hasRoom(place) {
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize > ROOM_BYTES;
  } catch {
    return false;
  }
}
