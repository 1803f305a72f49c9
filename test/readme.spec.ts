import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { SETTING_KEYS } from '../src/config/fixed-settings.js';

const PAGES = ['README.md', 'CONTRIBUTING.md', ...list('docs'), ...list('docs/decisions')];
const README = read('README.md');
const MAP = section(README, 'Map');
const KEYS = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, key]) => key);

describe('the documents', () => {
  it('are all in the map of the README', () => {
    const mapped = linksOf(MAP).map(({ path }) => path);
    expect([...list('docs'), 'CONTRIBUTING.md'].filter((page) => !mapped.includes(page))).toEqual(
      [],
    );
  });

  it('name every decision on the page of the house', () => {
    const linked = linksOf(read('docs/architecture.md')).map(({ path }) => `docs/${path}`);
    expect(list('docs/decisions').length).toBeGreaterThan(0);
    expect(list('docs/decisions').filter((page) => !linked.includes(page))).toEqual([]);
  });

  it('show every table', () => {
    const page = read('docs/architecture.md');
    const tables = [...read('docs/schema.sql').matchAll(/create (?:unlogged )?table (\w+)/g)];
    expect(tables.length).toBeGreaterThan(10);
    expect(
      tables.map(([, table]) => table).filter((table) => !page.includes(`| \`${table}\` |`)),
    ).toEqual([]);
  });

  it('link only to what is there', () => {
    const dead = PAGES.flatMap((page) =>
      linksOf(read(page))
        .filter(({ path }) => !/^(https?:|mailto:)/.test(path))
        .filter(({ path, anchor }) => {
          const target = path === '' ? page : normalize(join(dirname(page), path));
          if (!existsSync(target)) return true;
          return anchor !== '' && target.endsWith('.md') && !anchorsOf(target).has(anchor);
        })
        .map(({ path, anchor }) => `${page}: ${path}#${anchor}`),
    );
    expect(dead).toEqual([]);
  });

  it('call each file of a link by its name', () => {
    const wrong = PAGES.flatMap((page) =>
      [...read(page).matchAll(/\[`?([^\]`]*\.(?:ts|sql|md))`?\]\(([^)#\s]+)/g)]
        .filter(
          ([, name, path]) => !`/${normalize(join(dirname(page), path))}`.endsWith(`/${name}`),
        )
        .map(([, name, path]) => `${page}: ${name} is ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('show a theme that can be read, light and dark', () => {
    const [, light, dark] = /accent: light-dark\((#\w{6}), (#\w{6})\)/.exec(
      read('docs/embedding.md'),
    )!;
    expect(contrast(light, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, '#111111')).toBeGreaterThanOrEqual(4.5);
    // No single colour has enough contrast in both themes.
    expect(contrast(light, '#111111')).toBeLessThan(4.5);
  });

  it('name only commands that there are', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
    const named = PAGES.flatMap((page) =>
      [...read(page).matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(
        ([, script, short]) => script ?? short,
      ),
    );
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'import', 'lint']));
    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
  });

  it('state the guarantees by tests that there are', () => {
    const rules = [...read('docs/guarantees.md').matchAll(/^\| “(.+?)” \| .*?\]\(\.\.\/(.+?)\)/gm)];
    expect(rules.length).toBeGreaterThan(10);
    const missing = rules
      .filter(([, rule, file]) => !existsSync(file) || !read(file).includes(rule))
      .map(([, rule, file]) => `${file}: ${rule}`);
    expect(missing).toEqual([]);
  });

  it('keep to their length: a contributor reads 80 lines, a decision has 40', () => {
    const lines = (page: string) => read(page).trimEnd().split('\n').length;
    expect(lines('CONTRIBUTING.md')).toBeLessThanOrEqual(80);
    expect(list('docs/decisions').filter((page) => lines(page) > 40)).toEqual([]);
  });
});

describe('the configuration', () => {
  it('is described by the table of the README, key by key', () => {
    const keys = section(README, 'Configuration').matchAll(/^\| `([A-Z_]+)` \|/gm);
    expect([...keys].map(([, key]) => key).toSorted()).toEqual(KEYS.toSorted());
  });

  it('is what the code reads, key by key', () => {
    const files = readdirSync('src/config').filter((file) => !file.endsWith('.spec.ts'));
    const reads = files.flatMap((file) => [
      ...read(`src/config/${file}`).matchAll(/\benv\.([A-Z_]+)\b/g),
    ]);
    const found = [...reads.map(([, key]) => key), ...Object.values(SETTING_KEYS)];
    expect([...new Set(found)].toSorted()).toEqual(KEYS.toSorted());
  });
});

describe('docker-compose.yml', () => {
  const yaml = createRequire(import.meta.url)('js-yaml') as { load: (text: string) => Compose };
  const compose = yaml.load(read('docker-compose.yml'));
  const nodes = ['app-1', 'app-2'].map((name) => compose.services[name]);

  it('runs Postgres, two nodes and a proxy', () => {
    expect(Object.keys(compose.services)).toEqual([
      'postgres',
      'valkey',
      'app-1',
      'app-2',
      'proxy',
    ]);
    expect(compose.services.postgres.image).toBe('postgres:18');
  });

  it('gives the nodes every key that the service knows, and no others, and production', () => {
    /** The compose setup has no embedded server, demo, or load tests. */
    const others = ['DATA_DIR', 'SEED_DEMO', 'RATE_LIMITS', 'PAGE_CACHE'];
    for (const { environment } of nodes) {
      expect([...Object.keys(environment!), ...others].toSorted()).toEqual(KEYS.toSorted());
      expect(environment!.NODE_ENV).toBe('production');
    }
  });

  it('has no secret in it, and no default for one', () => {
    for (const { environment } of nodes)
      for (const key of ['AUTH_SECRET', 'ADMIN_PASSWORD'])
        expect(environment![key]).toMatch(new RegExp(`^\\$\\{${key}:\\?.+\\}$`));
    for (const key of ['POSTGRES_PASSWORD', 'APP_PASSWORD'])
      expect(compose.services.postgres.environment![key]).toMatch(/^\$\{\w+:\?.+\}$/);
    expect(nodes[0].environment!.DATABASE_URL).toContain('colloquy_app:${APP_PASSWORD}@');
  });

  it('has a proxy that knows both nodes', () => {
    expect(read('deploy/Caddyfile')).toContain('reverse_proxy app-1:3000 app-2:3000 {');
    expect(compose.services.proxy.volumes).toContain('./deploy/Caddyfile:/etc/caddy/Caddyfile:ro');
  });
});

interface Compose {
  services: Record<
    string,
    { image?: string; environment?: Record<string, string>; volumes?: string[] }
  >;
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

/** The paths of a folder's pages. */
function list(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}

function section(page: string, title: string): string {
  return page.split(/^## /m).find((part) => part.startsWith(`${title}\n`))!;
}

/** Links and pictures, except those in code. */
function linksOf(page: string): { path: string; anchor: string }[] {
  const prose = page.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([, path, anchor = '']) => ({
    path,
    anchor,
  }));
}

/** The anchors of a page's headings, as code hosts generate them. */
function anchorsOf(path: string): Set<string> {
  const headings = read(path).matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, text]) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
