import type { Environment } from '../../src/config/app-config.js';
import { ADMIN, admin, moderator, type Person, register } from './people.js';
import { createTestApp, type Prepare, type TestApp } from './test-app.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

type Role = 'admin' | 'moderator' | 'member';

interface Wishes<Name extends string> {
  /** The signed-in people, by the names of the test. */
  people?: Record<Name, Role>;
  env?: Environment;
  /** Number of nodes on the database; one by default. */
  nodes?: number;
  /** Whether each test gets its own site, instead of one per file. */
  forEach?: boolean;
  /** Called with each application before it starts. */
  prepare?: Prepare;
}

/** The service on its own database, with signed-in people. */
type Site<Name extends string> = {
  database: TestDatabase;
  /** The first of the nodes. */
  app: TestApp;
  nodes: TestApp[];
  /** Starts another node, which is closed with the site. */
  start(env?: Environment): Promise<TestApp>;
} & Record<Name, Person>;

/** Opens a site before the tests of a `describe`, and closes it after them. */
export function useSite<Name extends string = never>(wishes: Wishes<Name> = {}): Site<Name> {
  const site = {} as Site<Name>;
  const [before, after] = wishes.forEach ? [beforeEach, afterEach] : [beforeAll, afterAll];
  before(async () => {
    const database = await createTestDatabase();
    const nodes: TestApp[] = [];
    const start = async (env: Environment = {}) => {
      const node = await createTestApp(
        database,
        { ...ADMIN, ...wishes.env, ...env },
        wishes.prepare,
      );
      nodes.push(node);
      return node;
    };
    Object.assign(site, { database, nodes, start });
    for (let count = wishes.nodes ?? 1; count > 0; count--) await start();
    site.app = nodes[0];
    Object.assign(site, await signIn(site.app, wishes.people ?? {}));
  });
  after(async () => {
    await Promise.all(site.nodes.map((node) => node.close()));
    await site.database.drop();
  });
  return site;
}

async function signIn(app: TestApp, roles: Record<string, Role>): Promise<Record<string, Person>> {
  const people: Record<string, Person> = {};
  const staffed = Object.values(roles).some((role) => role !== 'member');
  const first = staffed ? await admin(app) : null;
  for (const [name, role] of Object.entries(roles)) {
    if (role === 'admin') people[name] = first!;
    else people[name] = role === 'moderator' ? await moderator(app, first!) : await register(app);
  }
  return people;
}
