import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Cell, Matrix } from '../support/access/matrix.js';
import { Objects } from '../support/access/objects.js';
import { listProbes } from '../support/access/probes.js';
import { Stage } from '../support/access/states/stage.js';
import { tableOf } from '../support/access/table.js';
import { ACCESS_ENV, Cast } from '../support/access/viewers.js';
import { ApiDocument } from '../support/openapi.js';
import { admin } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Reviewed by people; `npm run access:table` makes it anew. */
const TABLE = new URL('../fixtures/access-table.txt', import.meta.url);

/** What a guest may change. */
const OPEN_TO_GUESTS = /^POST \/(auth\/|notices)/;

describe('who may do what', () => {
  let database: TestDatabase;
  let app: TestApp;
  let matrix: Matrix;

  beforeAll(async () => {
    database = await createTestDatabase();
    const env = { ...ACCESS_ENV, RATE_LIMITS: 'off', TRUSTED_PROXIES: '127.0.0.1' };
    app = await createTestApp(database, env);
    const api = await ApiDocument.of(app);
    const cast = await Cast.of(app, database, await admin(app));
    matrix = new Matrix(api, new Objects(new Stage(app, database, cast)));
    await matrix.fill(listProbes(api));
  }, 300_000);
  afterAll(async () => {
    matrix?.close();
    await app?.close();
    await database?.drop();
  });

  const cells = (holds: (cell: Cell) => boolean) =>
    matrix.cells
      .filter(holds)
      .map(({ probe, state, viewer, answer }) => [probe.name, state, viewer, answer].join(' | '));

  it('is the table that was reviewed, cell by cell', () => {
    const table = tableOf(matrix.cells);
    if (process.env.RENEW_ACCESS_TABLE) writeFileSync(TABLE, table);
    expect(existsSync(TABLE)).toBe(true);
    expect(table).toBe(readFileSync(TABLE, 'utf8'));
  });

  it('is asked of every operation, in thousands of cells', async () => {
    const asked = new Set(matrix.cells.map(({ probe }) => probe.operation.operationId));
    const api = await ApiDocument.of(app);
    expect(api.operations.filter(({ operationId }) => !asked.has(operationId))).toEqual([]);
    expect(matrix.cells.length).toBeGreaterThanOrEqual(5_000);
  });

  it('never ends in a fault of the service', () => {
    expect(cells(({ answer }) => answer.startsWith('5'))).toEqual([]);
  });

  it('gives nothing to whoever shows a token that proves nothing', () => {
    const refused = ({ answer, probe, viewer }: Cell) =>
      answer.startsWith('401') ||
      // Ending what has ended changes nothing.
      (viewer === 'ended' && probe.name === 'POST /auth/logout') ||
      probe.name.startsWith('GET /health') ||
      probe.name.includes('/metrics');
    expect(cells((cell) => ['forged', 'ended'].includes(cell.viewer) && !refused(cell))).toEqual(
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

  it('lets no member decide', () => {
    const members = ['guest', 'member', 'author', 'premoderated', 'suspended', 'banned'];
    expect(
      cells(
        ({ probe, viewer, answer }) =>
          / \/moderation\/(?!log\/public)/.test(probe.name) &&
          members.includes(viewer) &&
          answer.startsWith('2'),
      ),
    ).toEqual([]);
  });

  it('leaves to the banned their own account alone', () => {
    expect(
      cells(
        ({ probe, viewer, answer }) =>
          viewer === 'banned' &&
          !answer.startsWith('403 banned') &&
          !/ \/(auth|users\/me|health|metrics)/.test(probe.name),
      ),
    ).toEqual([]);
  });

  it('answers of what is hidden as of what never was', () => {
    const readers = ['guest', 'member', 'premoderated', 'suspended', 'banned'];
    const of = (state: string) =>
      matrix.cells
        .filter((cell) => cell.probe.object === 'comment' && cell.state === state)
        .filter(({ viewer }) => readers.includes(viewer))
        .map(({ probe, viewer, answer }) => [probe.name, viewer, answer].join(' | '));
    const absent = of('absent');
    expect(absent.length).toBeGreaterThan(0);
    for (const state of ['held', 'held by an edit', 'removed']) expect(of(state)).toEqual(absent);
  });
});
