import { readFileSync, writeFileSync } from 'node:fs';
import { Announcer } from '../../src/nodes/announcer.js';
import { type Cell, Matrix } from '../support/access/matrix.js';
import { Objects, OWN } from '../support/access/objects.js';
import { comesLast, listProbes } from '../support/access/probes.js';
import { Stage } from '../support/access/states/stage.js';
import { lineOf, linesOf, tableOf } from '../support/access/table.js';
import { ACCESS_ENV, Cast } from '../support/access/viewers.js';
import { FULL } from '../support/full-form.js';
import { ApiDocument } from '../support/openapi.js';
import { admin } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Reviewed by people; `npm run access:table` regenerates it. */
const TABLE = new URL('../fixtures/access-table.txt', import.meta.url);

/** Changes that a guest may make. */
const OPEN_TO_GUESTS = /^POST \/(auth\/|notices)/;

const SUSPENDED = ['suspended', 'suspended moderator', 'suspended admin'];
const BANNED = ['banned', 'banned moderator'];
const ENDED = ['ended', 'revoked'];

/** Operations that are about the asker. */
const OF_THE_ASKER = / \/(users\/me|auth\/(factors|links|passkeys))/;
/** Sign-in, sign-out, and reports that need a secret; suspended accounts may use them. */
const OPEN_TO_SUSPENDED =
  /^(POST|PATCH) \/auth\/|^POST \/mail\/bounces|^PUT \/posts\/\{post\}\/(viewer|subscription)|^POST \/previews|^PUT \/users\/me\/(email|password|preferences|notifications|terms)|^DELETE \/users\/me\/sessions|^(PUT|DELETE) \/users\/me\/ignored|^PATCH \/users\/me language|^DELETE \/users\/me(\/erasure)?$/;

describe('who may do what', () => {
  let database: TestDatabase;
  let app: TestApp;
  let matrix: Matrix;
  let cast: Cast;
  /** The answers to accounts that lost their standing after the policy check had passed. */
  let inActs: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    const env = { ...ACCESS_ENV, RATE_LIMITS: 'off', TRUSTED_PROXIES: '127.0.0.1' };
    app = await createTestApp(database, env);
    const api = await ApiDocument.of(app);
    cast = await Cast.of(app, database, await admin(app));
    matrix = new Matrix(api, new Objects(new Stage(app, database, cast)));
    const probes = listProbes(api);
    await matrix.fill(probes.filter((probe) => !comesLast(probe)));
    inActs = await askActs();
    await matrix.fill(probes.filter(comesLast));
  }, 600_000);
  afterAll(async () => {
    matrix?.close();
    await app?.close();
    await database?.drop();
  });

  /** Repeats one allowed request per kind of change, after the viewer lost the right to it. */
  const askActs = async (): Promise<string[]> => {
    const writers = ['author', 'member', 'moderator', 'admin'];
    const changes = matrix.cells.filter(
      ({ probe, answer, viewer, state }) =>
        !probe.reads &&
        state !== OWN &&
        answer.startsWith('2') &&
        writers.includes(viewer) &&
        !OPEN_TO_SUSPENDED.test(probe.name) &&
        // What guests may do stays open to everybody.
        !OPEN_TO_GUESTS.test(probe.name),
    );
    const answers: string[] = [];
    /** Otherwise a cached lookup from the suspension would stay valid for another second. */
    const forget = () => void app.app.get(Announcer).local.emit('signals');
    for (const cell of new Map(changes.map((cell) => [cell.probe.name, cell])).values()) {
      const { id, auth } = cast.account(cell.viewer)!;
      const setStanding = (standing: string) =>
        // Changed in the database, so the service's cache is stale for up to a second.
        database.query('update users set standing = $2 where id = $1', [id, standing]);
      const answer = await matrix.repeat(cell, async () => {
        forget();
        await app.request.get('/api/v1/users/me').set(auth).expect(200);
        await setStanding('suspended');
      });
      await setStanding('active');
      forget();
      answers.push(`${cell.probe.name} | ${cell.state} | ${answer}`);
    }
    return answers;
  };

  const cells = (holds: (cell: Cell) => boolean) => matrix.cells.filter(holds).map(lineOf);

  it('is the table that was reviewed, cell by cell', () => {
    const table = tableOf(matrix.cells);
    if (process.env.RENEW_ACCESS_TABLE) writeFileSync(TABLE, table);
    const reviewed = readFileSync(TABLE, 'utf8');
    if (FULL) expect(table).toBe(reviewed);
    const known = new Set(linesOf(reviewed));
    expect(cells((cell) => !known.has(lineOf(cell)))).toEqual([]);
  });

  it('is asked of every operation, in thousands of cells', async () => {
    const asked = new Set(matrix.cells.map(({ probe }) => probe.operation.operationId));
    const api = await ApiDocument.of(app);
    expect(api.operations.filter(({ operationId }) => !asked.has(operationId))).toEqual([]);
    expect(matrix.cells.length).toBeGreaterThanOrEqual(FULL ? 5_000 : 2_000);
  });

  it('never ends in a fault of the service', () => {
    expect(cells(({ answer }) => answer.startsWith('5'))).toEqual([]);
  });

  it('gives nothing to callers whose token proves nothing', () => {
    const refused = ({ answer, probe, viewer }: Cell) =>
      answer.startsWith('401') ||
      // Ending an ended session changes nothing.
      (ENDED.includes(viewer) && probe.name === 'POST /auth/logout') ||
      probe.name.startsWith('GET /health') ||
      probe.name.includes('/metrics');
    expect(cells((cell) => ['forged', ...ENDED].includes(cell.viewer) && !refused(cell))).toEqual(
      [],
    );
  });

  it('lets guests change nothing but their way in', () => {
    const changes = ({ probe, answer }: Cell) => !probe.reads && answer.startsWith('2');
    expect(
      cells(
        (cell) => cell.viewer === 'guest' && changes(cell) && !OPEN_TO_GUESTS.test(cell.probe.name),
      ),
    ).toEqual([]);
  });

  it('lets guests with a name change nothing but their own comments and reading marks', () => {
    const own =
      /^(POST \/posts\/\{post\}\/comments|PATCH \/comments\/\{id\}|DELETE \/comments\/\{id\}|PUT \/posts\/\{post\}\/viewer|POST \/posts\/by-page|POST \/previews|DELETE \/users\/me$)/;
    const asked = cells(({ viewer, probe }) => viewer === 'named guest' && !probe.reads);
    expect(asked.length).toBeGreaterThan(100);
    expect(
      cells(
        ({ viewer, probe, answer }) =>
          viewer === 'named guest' &&
          !probe.reads &&
          answer.startsWith('2') &&
          !OPEN_TO_GUESTS.test(probe.name) &&
          !own.test(probe.name),
      ),
    ).toEqual([]);
  });

  it('lets no member decide', () => {
    const members = ['guest', 'named guest', 'member', 'author', 'premoderated', 'suspended'];
    expect(
      cells(
        ({ probe, viewer, answer }) =>
          / \/moderation\/(?!log\/public)/.test(probe.name) &&
          members.includes(viewer) &&
          answer.startsWith('2'),
      ),
    ).toEqual([]);
  });

  it('lets the suspended and the banned change nothing that others see, whatever the role', () => {
    const kinds = [...SUSPENDED, ...BANNED];
    const refused = ({ answer, viewer }: Cell) =>
      answer === (BANNED.includes(viewer) ? '403 banned' : '403 account-suspended');
    const writes = ({ probe, viewer }: Cell) =>
      !probe.reads && kinds.includes(viewer) && !OPEN_TO_SUSPENDED.test(probe.name);
    expect(cells(writes).length).toBeGreaterThan(0);
    expect(cells((cell) => writes(cell) && !refused(cell))).toEqual([]);
  });

  it('asks the standing again in the act, for an account that lost it after it was let in', () => {
    expect(inActs.length).toBeGreaterThan(30);
    expect(inActs.filter((answer) => !answer.endsWith('| 403 account-suspended'))).toEqual([]);
  });

  it('answers the suspended what it answers others of their role, where they only read', () => {
    const peers = new Map([
      ['suspended', 'member'],
      ['suspended moderator', 'moderator'],
      ['suspended admin', 'admin'],
    ]);
    const answers = (viewer: string) =>
      matrix.cells
        .filter((cell) => cell.viewer === viewer && cell.probe.reads)
        .map(({ probe, state, answer }) => [probe.name, state, answer].join(' | '));
    for (const [viewer, peer] of peers) expect(answers(viewer)).toEqual(answers(peer));
  });

  it('answers the banned as guests where guests read, and else their own data alone', () => {
    const forGuests = new Set(
      matrix.cells
        .filter(({ viewer, answer }) => viewer === 'guest' && !answer.startsWith('401'))
        .map(({ probe }) => probe.name),
    );
    const answers = (kind: string, open: boolean) =>
      matrix.cells
        .filter(({ viewer, probe }) => viewer === kind && probe.reads)
        // Objects of the asker differ from one asker to the next.
        .filter(({ probe, state }) => !OF_THE_ASKER.test(probe.name) && state !== OWN)
        .filter(({ probe }) => forGuests.has(probe.name) === open)
        .map(({ probe, state, answer }) => [probe.name, state, answer].join(' | '));
    for (const viewer of BANNED) {
      expect(answers(viewer, true)).toEqual(answers('guest', true));
      expect(answers(viewer, false).filter((cell) => !cell.endsWith('| 403 banned'))).toEqual([]);
    }
  });

  it('answers of what is hidden as of what never was', () => {
    const readers = ['guest', 'member', 'premoderated', 'suspended', 'banned'];
    const of = (state: string) =>
      matrix.cells
        .filter((cell) => cell.probe.object === 'comment' && cell.state === state)
        .filter(({ viewer }) => readers.includes(viewer))
        .map(({ probe, viewer, answer }) => [probe.name, viewer, answer].join(' | '));
    const absent = new Set(of('absent'));
    for (const state of ['held', 'held by an edit', 'removed']) {
      const hidden = of(state);
      expect(hidden.length).toBeGreaterThan(0);
      expect(hidden.filter((answer) => !absent.has(answer))).toEqual([]);
      if (FULL) expect(hidden).toEqual([...absent]);
    }
  });
});
