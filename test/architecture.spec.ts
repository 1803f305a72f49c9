import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** The house: a room may import from floors below it, never sideways or up. */
const FLOORS: readonly (readonly string[])[] = [
  ['config', 'metrics', 'problems', 'text'],
  ['database', 'input'],
  ['events'],
  ['users', 'screening'],
  ['auth'],
  ['posts'],
  ['comments'],
  ['moderation', 'passages', 'search', 'feeds', 'transfer'],
  ['notifications', 'live', 'pages', 'health', 'cli'],
];

const FORBIDDEN_NAMES =
  /(^|[/.-])(utils?|helpers?|common|shared|misc|lib|base|constants|types)([/.-]|$)/;
const MAX_LINES = 300;

const SRC = resolve('src');
const files = list(SRC).filter((file) => file.endsWith('.ts'));
const sources = files.filter((file) => !file.endsWith('.spec.ts'));

describe('the house', () => {
  it('has every room on a floor', () => {
    const rooms = new Set(files.map(roomOf).filter((room) => room !== null));
    const known = new Set(FLOORS.flat());
    expect([...rooms].filter((room) => !known.has(room))).toEqual([]);
    expect(rooms.size).toBeGreaterThan(10);
  });

  it('imports only downwards', () => {
    const wrong = sources.flatMap((file) => {
      const from = roomOf(file);
      if (from === null) return [];
      return importsOf(file)
        .filter((target) => {
          const to = roomOf(target);
          // The files at the top put the house together; of them a room may use only the logger.
          if (to === null) return !target.endsWith('/logger.ts');
          return to !== from && floorOf(to) >= floorOf(from);
        })
        .map((target) => `${name(file)} -> ${name(target)}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(findCircle()).toBeNull();
  });

  it('keeps SQL in repositories, migrations and the database room', () => {
    const sql =
      /\b(select\s+[\w*(][^'"`]*\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s)/i;
    const wrong = sources.filter(
      (file) =>
        !file.endsWith('.repository.ts') && roomOf(file) !== 'database' && sql.test(codeOf(file)),
    );
    expect(wrong.map(name).filter((file) => !SQL_OF_REPOSITORIES.has(file))).toEqual([]);
  });

  it('reads the environment in config/ alone', () => {
    const wrong = sources.filter(
      (file) => /process\.env|loadEnvFile/.test(codeOf(file)) && roomOf(file) !== 'config',
    );
    expect(wrong.map(name)).toEqual([]);
  });

  it('touches Socket.IO in live/ alone', () => {
    const wrong = sources.filter(
      (file) =>
        /from '(socket\.io|@nestjs\/websockets|@nestjs\/platform-socket\.io)/.test(codeOf(file)) &&
        roomOf(file) !== 'live',
    );
    expect(wrong.map(name)).toEqual([]);
  });

  it('lets controllers alone with HTTP, and services without it', () => {
    const wrong = sources.filter(
      (file) =>
        /\.(service|repository)\.ts$/.test(file) &&
        /from '(fastify|@fastify\/|socket\.io)|HttpException/.test(codeOf(file)),
    );
    expect(wrong.map(name)).toEqual([]);
  });

  it('has names that say something, and files of one idea', () => {
    const named = files.filter((file) => FORBIDDEN_NAMES.test(name(file))).map(name);
    const long = files
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > MAX_LINES)
      .map(name);
    expect({ named, long }).toEqual({ named: [], long: [] });
  });
});

/** Pieces of statements that two repositories share. */
const SQL_OF_REPOSITORIES = new Set([
  'comments/comment-json.ts',
  'comments/thread-page.ts',
  'moderation/queue-places.ts',
]);

function list(directory: string): string[] {
  return readdirSync(directory).flatMap((entry) => {
    const path = join(directory, entry);
    return statSync(path).isDirectory() ? list(path) : [path];
  });
}

function name(file: string): string {
  return relative(SRC, file).replaceAll('\\', '/');
}

/** The room of a file; null for the files at the top, which put the house together. */
function roomOf(file: string): string | null {
  const parts = name(file).split('/');
  return parts.length > 1 ? parts[0] : null;
}

function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

/** Without comments, so that prose is not taken for code. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** The files of ours that a file imports for their values or their types. */
function importsOf(file: string): string[] {
  const specifiers = codeOf(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g);
  return [...specifiers].map(([, specifier]) =>
    resolve(dirname(file), specifier.replace(/\.js$/, '.ts')),
  );
}

/** The first circle of imports that is found, as names; types count too. */
function findCircle(): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].map(name);
    if (done.has(file)) return null;
    for (const next of importsOf(file)) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of sources) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}
