import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.js';
import { AppNode } from './app-node.js';
import { Arena } from './arena.js';
import { Cluster } from './cluster.js';
import { Http } from './http.js';
import type { MutantName } from './options.js';

export interface Person {
  id: string;
  username: string;
  token: string;
}

export interface People {
  admin: Person;
  writers: Person[];
  /** Accounts that will be banned. */
  unlucky: Person[];
}

export const ADMIN = { email: 'admin@chaos.test', password: 'the-harness-of-chaos' };
const TEMPLATE = 'template_site';
const POSTS = 4;

const SERVICE = ['dist/main.js'];
const MUTANT_SERVICE = ['dist-chaos/test/chaos/mutants/main.js'];

/** A Postgres with a template database, which has signed-in people and empty posts. */
export class Site {
  private arenas = 0;

  private constructor(
    readonly cluster: Cluster,
    readonly people: People,
    readonly posts: readonly string[],
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async open(sizes: { writers: number; unlucky: number }): Promise<Site> {
    const cluster = await Cluster.start();
    const dataDir = mkdtempSync(join(tmpdir(), 'colloquy-chaos-node-'));
    const env = {
      DATA_DIR: dataDir,
      AUTH_SECRET: randomBytes(32).toString('base64url'),
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      SEED_DEMO: 'false',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
    };
    try {
      const furnished = await furnish(cluster, env, sizes);
      return new Site(cluster, furnished.people, furnished.posts, env);
    } catch (error) {
      cluster.remove();
      throw error;
    }
  }

  /** Where the nodes store data outside the database. */
  get dataDir(): string {
    return this.env.DATA_DIR;
  }

  /** Two nodes on a fresh database, each connection behind a fault proxy. */
  async arena(
    name: string,
    {
      mutant,
      main = mutant ? MUTANT_SERVICE : SERVICE,
      env = {},
    }: { mutant?: MutantName; main?: readonly string[]; env?: Record<string, string> } = {},
  ): Promise<Arena> {
    const database = await this.database(name);
    return Arena.open({
      cluster: this.cluster,
      database,
      main,
      env: { ...this.env, ...env, ...(mutant ? { CHAOS_MUTANT: mutant } : {}) },
    });
  }

  /** One node on a fresh database, without proxies and not yet started. */
  async node(
    name: string,
    flags: readonly string[],
    ofItsOwn?: string,
    { main = SERVICE, env = {} }: { main?: readonly string[]; env?: Record<string, string> } = {},
  ): Promise<AppNode> {
    const database = ofItsOwn ?? (await this.database(name));
    const all = { ...this.env, ...env, DATABASE_URL: this.cluster.directUrl(database) };
    return new AppNode(name, await freePort(), [...flags, ...main], all);
  }

  /** The environment of a command that works on a database. */
  commandEnv(database: string): Record<string, string> {
    return { ...this.env, DATABASE_URL: this.cluster.directUrl(database) };
  }

  /** @returns the name of a new copy */
  async database(name: string): Promise<string> {
    const database = `chaos_${++this.arenas}_${name.replaceAll('-', '_')}`;
    await this.cluster.createDatabase(database, TEMPLATE);
    return database;
  }

  async close(): Promise<void> {
    this.cluster.remove();
    rmSync(this.env.DATA_DIR, { recursive: true, force: true });
  }
}

async function furnish(
  cluster: Cluster,
  env: Record<string, string>,
  sizes: { writers: number; unlucky: number },
): Promise<{ people: People; posts: string[] }> {
  await cluster.createDatabase(TEMPLATE, 'template0');
  const port = await freePort();
  const door = await Arena.doorTo(cluster);
  const node = new AppNode('furnisher', port, SERVICE, {
    ...env,
    DATABASE_URL: cluster.url(TEMPLATE, door.port),
  });
  await node.start();
  const http = new Http(port);
  try {
    const signIn = { login: ADMIN.email, password: ADMIN.password };
    const admin = personOf(
      await http.json<Session>({ method: 'POST', path: '/api/v1/auth/login', body: signIn }),
    );
    const register = async (username: string) => {
      const account = { email: `${username}@chaos.test`, username, password: ADMIN.password };
      return personOf(
        await http.json<Session>({ method: 'POST', path: '/api/v1/auth/register', body: account }),
      );
    };
    const people: People = { admin, writers: [], unlucky: [] };
    for (let n = 1; n <= sizes.writers; n++) people.writers.push(await register(`writer-${n}`));
    for (let n = 1; n <= sizes.unlucky; n++) people.unlucky.push(await register(`unlucky-${n}`));
    const posts: string[] = [];
    for (let n = 1; n <= POSTS; n++) {
      const post = await http.json<{ id: string }>({
        method: 'POST',
        path: '/api/v1/posts',
        token: admin.token,
        body: { slug: `review-${n}`, title: `Review ${n}` },
      });
      posts.push(post.id);
    }
    return { people, posts };
  } finally {
    http.close();
    await node.stop();
    await door.close();
  }
}

interface Session {
  user: { id: string; username: string };
  accessToken: string;
}

function personOf({ user, accessToken }: Session): Person {
  return { id: user.id, username: user.username, token: accessToken };
}
