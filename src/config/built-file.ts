import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** This module is one folder deep in `dist/`, `build/` and `src/`; the latter two lack some files. */
const FOLDERS = ['../', '../../dist/'].map((path) => new URL(path, import.meta.url));

/** The path of a file that the build has made; `null` if it is not there. */
export function builtFile(path: string): string | null {
  const files = FOLDERS.map((folder) => fileURLToPath(new URL(path, folder)));
  return files.find((file) => existsSync(file)) ?? null;
}
