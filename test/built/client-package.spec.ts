import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { inFull } from '../support/full-form.js';

const run = promisify(execFile);

/** Tests the built package: `npm test` builds it first. */
describe('the package of the client', () => {
  inFull("has the schema of today's routes", async () => {
    // A failure prints the command that renews the file.
    await run(process.execPath, [resolve('packages/client/schema.mjs'), '--check']);
  });

  it('is below 8 kB for a page, compressed, before it follows a thread', async () => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', MEASURE]);
    const { bytes, loadsLater } = JSON.parse(stdout) as { bytes: number; loadsLater: string[] };
    expect(loadsLater).toContain('socket.io-client');
    expect(bytes).toBeLessThan(8_000);
    expect(bytes).toBeGreaterThan(3_000);
  });
});

const MEASURE = `
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
const [{ output: [chunk] }] = await build({
  configFile: false, logLevel: 'silent',
  build: {
    write: false, minify: true, target: 'es2022',
    lib: { entry: 'packages/client/dist/index.js', formats: ['cjs'] },
    rollupOptions: { external: ['socket.io-client'] },
  },
});
const bytes = gzipSync(chunk.code, { level: 9 }).byteLength;
process.stdout.write(JSON.stringify({ bytes, loadsLater: chunk.dynamicImports }));
`;
