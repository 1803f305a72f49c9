// Writes what the service runs as CycloneDX, for a release. From the lockfile alone, without a network.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const target = process.argv[2] ?? 'dist/colloquy.cdx.json';
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

// `npm sbom --omit dev` leaves out what the service and a tool both ask for: so the tools go first.
delete manifest.devDependencies;
delete manifest.workspaces;
delete lock.packages[''].devDependencies;
delete lock.packages[''].workspaces;
const client = ['packages/client', 'node_modules/@colloquy/client'];
for (const [path, entry] of Object.entries(lock.packages))
  if (entry.dev || client.includes(path)) delete lock.packages[path];

const parent = mkdtempSync(join(tmpdir(), 'sbom-'));
try {
  // npm calls what it describes by the name of the folder.
  const folder = join(parent, manifest.name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const options = [
    '--package-lock-only',
    '--sbom-format',
    'cyclonedx',
    '--sbom-type',
    'application',
  ];
  const list = execFileSync('npm', ['sbom', ...options], { cwd: folder, maxBuffer: 64 * 2 ** 20 });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, list);
} finally {
  rmSync(parent, { recursive: true });
}
