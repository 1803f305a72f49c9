import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
  /** The folder of a workspace, for an entry with `link`. */
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
}

const MANIFEST = parse<Manifest>('package.json');
const CLIENT = parse<Manifest>('packages/client/package.json');
const LOCKED = parse<{ packages: Record<string, Locked> }>('package-lock.json').packages;
const SECTIONS = readFileSync('docs/dependencies.md', 'utf8').split(/^## /m);

/** Licences of shipped packages, and of tools that are not shipped. */
const LICENCES = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'Python-2.0',
];
const OF_TOOLS = [...LICENCES, 'MPL-2.0', 'CC-BY-4.0'];

describe('docs/dependencies.md', () => {
  it.each([
    ['What the service runs', MANIFEST.dependencies!],
    ['What the client brings', CLIENT.dependencies!],
  ])('says what each package is, brings and is for: %s', (title, dependencies) => {
    expect(rowsOf(title).map(([name, licence, brings]) => [name, licence, brings])).toEqual(
      Object.keys(dependencies).map((name) => {
        const path = `node_modules/${name}`;
        return [name, entryOf(path).license, String(broughtBy(path).size)];
      }),
    );
  });

  it('says what each tool is and is for', () => {
    expect(rowsOf('What builds and tests it').map(([name, licence]) => [name, licence])).toEqual(
      Object.keys(MANIFEST.devDependencies!).map((name) => [
        name,
        entryOf(`node_modules/${name}`).license,
      ]),
    );
  });

  it('keeps the service to 50 packages that it names itself', () => {
    expect(Object.keys(MANIFEST.dependencies!).length).toBeLessThanOrEqual(50);
  });

  it('gives a reason for every package', () => {
    const rows = SECTIONS.flatMap((section) => rowsOf(section.split('\n')[0]));
    expect(rows.filter((cells) => (cells.at(-1) ?? '').length < 5)).toEqual([]);
  });

  it('has every package of the lockfile that runs a script, and says whether it may', () => {
    const scripts = Object.entries(LOCKED)
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([path]) => path.replace(/.*node_modules\//, ''));
    expect(Object.keys(MANIFEST.allowScripts)).toEqual([...new Set(scripts)].toSorted());
    expect(
      rowsOf('Scripts that run at installation').map(([name, may]) => [name, may === 'yes']),
    ).toEqual(Object.entries(MANIFEST.allowScripts));
  });
});

describe('the lockfile', () => {
  // Their licence (MIT, BSD) has a format or place that lockfiles do not record.
  const older = ['busboy', 'parse-cache-control', 'streamsearch', 'xmlhttprequest-ssl'];
  const foreign = Object.entries(LOCKED).filter(
    ([path, { link }]) => path.includes('node_modules/') && !link,
  );

  it('has a digest of everything that is not our own, and nothing from elsewhere than a registry', () => {
    expect(foreign.length).toBeGreaterThan(500);
    expect(
      foreign
        .filter(
          ([, { integrity, resolved = '' }]) =>
            !integrity?.startsWith('sha512-') ||
            !/^(https:\/\/registry\.npmjs\.org\/.*)?$/.test(resolved),
        )
        .map(([path]) => path),
    ).toEqual([]);
  });

  it('has licences that ours goes with', () => {
    const bad = foreign
      .filter(
        ([path, { license }]) => license || !older.includes(path.replace(/.*node_modules\//, '')),
      )
      .filter(([, { license, dev }]) => !isFree(license, dev ? OF_TOOLS : LICENCES))
      .map(([path, { license }]) => `${path}: ${license}`);
    expect(bad).toEqual([]);
  });
});

describe('npm run sbom', () => {
  it('names each package that the service may have, with its digest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
    const file = join(folder, 'list.json');
    try {
      execFileSync(process.execPath, ['deploy/sbom.mjs', file]);
      const list = parse<Bom>(file);
      expect(list).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
      expect(list.metadata.component.name).toBe('colloquy');
      const known = list.components.map(({ purl }) => decodeURIComponent(purl));
      const direct = Object.keys(MANIFEST.dependencies!).map((name) => `node_modules/${name}`);
      const shipped = new Set(direct.flatMap((path) => [path, ...broughtBy(path)]));
      const wanted = [...shipped].map(
        (path) => `pkg:npm/${path.replace(/.*node_modules\//, '')}@${entryOf(path).version}`,
      );
      expect(wanted.length).toBeGreaterThan(150);
      expect(wanted.filter((purl) => !known.includes(purl))).toEqual([]);
      expect(
        list.components.filter(({ hashes, purl }) => !hashes?.length && !purl.includes('colloquy')),
      ).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

interface Bom {
  metadata: { component: { name: string } };
  components: { purl: string; hashes?: object[] }[];
}

function parse<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** The rows of a section's table, without code markup. */
function rowsOf(title: string): string[][] {
  const section = SECTIONS.find((part) => part.startsWith(`${title}\n`)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name, rest]) => [
    name,
    ...rest.split(' | '),
  ]);
}

/** An entry of the lockfile; a link resolves to its workspace. */
function entryOf(path: string): Locked {
  const entry = LOCKED[path];
  return entry?.link ? LOCKED[entry.resolved!] : entry;
}

/** The paths of a package's dependencies, resolved as Node would. */
function broughtBy(path: string, found = new Set<string>()): Set<string> {
  for (const name of Object.keys(entryOf(path).dependencies ?? {})) {
    const next = placesFrom(path)
      .map((place) => `${place}node_modules/${name}`)
      .find((candidate) => LOCKED[candidate] && !LOCKED[candidate].optional);
    if (!next || found.has(next)) continue;
    found.add(next);
    broughtBy(next, found);
  }
  return found;
}

/** The package's own folder, then its parent folders up to the root. */
function placesFrom(path: string): string[] {
  const parts = path.split('/node_modules/');
  return parts
    .map((_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/`)
    .concat('');
}

/** Whether a licence expression contains an allowed alternative. */
function isFree(expression: string | undefined, allowed: string[]): boolean {
  const parts = (expression ?? '').replace(/[()]/g, '');
  return parts
    .split(' OR ')
    .some((one) => one.split(' AND ').every((name) => allowed.includes(name)));
}
