import { readFileSync } from 'node:fs';
import { codeOf, filesBelow, findCircle, importsOf } from './support/source-tree.js';

type Floors = readonly (readonly string[])[];

/** A room may import only from floors below it, never sideways or up. */
const FLOORS: Floors = [
  ['config', 'metrics', 'problems', 'text'],
  ['database', 'input', 'outgoing'],
  ['nodes'],
  ['acts'],
  ['events', 'jobs'],
  ['users', 'settings', 'screening'],
  ['auth'],
  ['posts'],
  ['comments'],
  ['moderation', 'passages', 'transfer'],
  ['notifications'],
  ['privacy'],
  ['live', 'site', 'health', 'cli'],
  ['app'],
];

/** Wings of the large rooms, with floors of their own. Files beside the wings assemble the room. */
const WINGS: Readonly<Record<string, Floors>> = {
  auth: [
    ['limits'],
    ['passwords', 'sessions'],
    ['factors'],
    ['proofs', 'terms'],
    ['identity'],
    ['providers', 'authenticators'],
    ['guests', 'passkeys'],
  ],
  comments: [['shape'], ['authors', 'status', 'thread', 'votes', 'read-state'], ['writing']],
  input: [['connections']],
  moderation: [
    ['terms'],
    ['access', 'statements', 'bulk'],
    ['log'],
    ['flags', 'evidence'],
    ['queue', 'notices'],
    ['decisions'],
  ],
  notifications: [['mail'], ['bell'], ['following', 'mailing'], ['cases']],
  posts: [['shape'], ['counts', 'texts', 'endings'], ['writing'], ['pages']],
  site: [['frame'], ['accounts']],
  text: [['plain'], ['html', 'names'], ['markdown']],
  transfer: [['xml'], ['markdown'], ['formats'], ['import', 'export', 'archive']],
  users: [['viewer'], ['accounts'], ['ignored']],
};

const FORBIDDEN_NAMES =
  /(^|[/.-])(utils?|helpers?|common|shared|misc|lib|base|constants|types)([/.-]|$)/;
const MAX_LINES = 300;

const SRC = 'src/';
const files = filesBelow('src');
const sources = files.filter((file) => !file.endsWith('.spec.ts'));

describe('the house', () => {
  it('has every room and every wing on a floor', () => {
    const rooms = new Set(files.flatMap((file) => roomOf(file) ?? []));
    const wings = new Set(files.flatMap((file) => wingOf(file) ?? []));
    const knownWings = Object.entries(WINGS).flatMap(([room, floors]) =>
      floors.flat().map((wing) => `${room}/${wing}`),
    );
    expect([...rooms].toSorted()).toEqual(FLOORS.flat().toSorted());
    expect([...wings].toSorted()).toEqual(knownWings.toSorted());
  });

  it('is drawn, described and listed as it stands', () => {
    const floors = FLOORS.map((rooms, floor) => [floor, ...rooms.toSorted()].join(' '));
    expect(floorsIn('docs/architecture.md', /^│ (\d+)( .*)│(?: {3}.*)?$/gm)).toEqual(floors);
    expect(floorsIn('docs/architecture.md', /^\| (\d+) \| (`.*?`) \|/gm)).toEqual(floors);
    expect(floorsIn('CONTRIBUTING.md', /(?:^| {3})(\d+)((?: [a-z]+)+)/gm)).toEqual(floors);
  });

  it('imports only downwards', () => {
    expect(arrows((from, to) => goesUp(FLOORS, roomOf(from), roomOf(to)))).toEqual([]);
  });

  it('imports only downwards from wing to wing', () => {
    const wrong = arrows((from, to) => {
      const room = roomOf(from);
      if (room === null || room !== roomOf(to) || !WINGS[room]) return false;
      return goesUp(WINGS[room], wingNameOf(from), wingNameOf(to));
    });
    expect(wrong).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(findCircle(sources)).toBeNull();
  });

  it('keeps SQL in repositories, in its own files, migrations and the database room', () => {
    const sql =
      /\b(select\s+[\w*(][^'"`]*\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s)/i;
    const wrong = sources.filter(
      (file) =>
        !/(\.(repository|sql)|\/personal)\.ts$/.test(file) &&
        roomOf(file) !== 'database' &&
        sql.test(codeOf(file)),
    );
    expect(wrong.filter((file) => !SQL_OF_REPOSITORIES.has(file))).toEqual([]);
  });

  it('makes no code of a text', () => {
    const wrong = sources.filter((file) =>
      /\beval\(|\bFunction\(|['"](node:)?vm['"]/.test(codeOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('reads the environment in config/ alone', () => {
    const wrong = sources.filter(
      (file) => /process\.env|loadEnvFile/.test(codeOf(file)) && roomOf(file) !== 'config',
    );
    expect(wrong).toEqual([]);
  });

  it('touches Socket.IO in live/ alone', () => {
    const wrong = sources.filter(
      (file) =>
        /from '(socket\.io|@nestjs\/websockets|@nestjs\/platform-socket\.io)/.test(codeOf(file)) &&
        roomOf(file) !== 'live',
    );
    expect(wrong).toEqual([]);
  });

  it('lets controllers alone with HTTP, and services without it', () => {
    const wrong = sources.filter(
      (file) =>
        /\.(service|repository)\.ts$/.test(file) &&
        /from '(fastify|@fastify\/|socket\.io)|HttpException/.test(codeOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('leaves acts to services', () => {
    const wrong = sources.filter(
      (file) => file.endsWith('.controller.ts') && importsOf(file).includes('src/acts/acts.ts'),
    );
    expect(wrong).toEqual([]);
  });

  it('has names that say something, and files of one idea', () => {
    const named = files.filter((file) => FORBIDDEN_NAMES.test(file));
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > MAX_LINES);
    expect({ named, long }).toEqual({ named: [], long: [] });
  });
});

describe('the streets around it', () => {
  it('have no circle of files', () => {
    const all = ['web', 'packages', 'bench', 'test'].flatMap(filesBelow);
    expect(findCircle([...all, ...files])).toBeNull();
  });
});

/** The top-level files that a room may import: the service and its commands both need them. */
const OF_EVERY_PROCESS = ['src/app/logger.ts', 'src/app/database-functions.ts'];

/** SQL fragments that two repositories share. */
const SQL_OF_REPOSITORIES = new Set([
  'src/comments/shape/comment-json.sql.ts',
  'src/comments/thread/thread-page-statement.ts',
  'src/moderation/queue/queue-places.ts',
]);

/** The floors listed on a page, each as its number and its rooms in order. */
function floorsIn(page: string, pattern: RegExp): string[] {
  const floors: string[][] = [];
  for (const [, floor, rooms] of readFileSync(page, 'utf8').matchAll(pattern)) {
    (floors[Number(floor)] ??= []).push(...(rooms.match(/[a-z]+/g) ?? []));
  }
  return floors.map((rooms, floor) => [floor, ...rooms.toSorted()].join(' '));
}

/** The room of a file; null for the top-level files, which assemble the application. */
function roomOf(file: string): string | null {
  const parts = file.slice(SRC.length).split('/');
  return parts.length > 1 ? parts[0] : null;
}

/** The wing of a file in its room; null for files beside the wings, or in rooms without wings. */
function wingNameOf(file: string): string | null {
  const [room, wing, ...rest] = file.slice(SRC.length).split('/');
  return rest.length > 0 && room !== 'database' ? wing : null;
}

function wingOf(file: string): string | null {
  const wing = wingNameOf(file);
  return wing === null ? null : `${roomOf(file)}/${wing}`;
}

/** Whether an import goes sideways or up. Null is the top, which no other file may import. */
function goesUp(floors: Floors, from: string | null, to: string | null): boolean {
  if (from === to || from === null) return false;
  if (to === null) return true;
  const floorOf = (name: string) => floors.findIndex((names) => names.includes(name));
  return floorOf(to) >= floorOf(from);
}

/** The forbidden imports, as `from -> to`; a spec follows the rules of the file that it tests. */
function arrows(isWrong: (from: string, to: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith(SRC) && isWrong(file, target))
      .filter((target) => !OF_EVERY_PROCESS.includes(target))
      .map((target) => `${file} -> ${target}`),
  );
}
