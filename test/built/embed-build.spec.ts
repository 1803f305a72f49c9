import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((file) => [file.slice(folder.length), readFileSync(file, 'latin1')]);

describe('the build of the embed', () => {
  it('is the one for production, whatever NODE_ENV says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'embed-'));
    try {
      const build = ['build', '-c', 'web/vite.config.ts', '--outDir', folder];
      const env = { ...process.env, NODE_ENV: 'development' };
      await run(process.execPath, ['node_modules/vite/bin/vite.js', ...build], { env });
      expect(filesIn(folder)).toEqual(filesIn('dist/web'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
