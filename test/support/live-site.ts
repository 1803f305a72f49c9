import type { Environment } from '../../src/config/app-config.js';
import { connectLive, type LiveClient, type LiveOptions } from './live-client.js';
import { ADMIN, admin, type Person, register } from './people.js';
import { createTestApp, type Prepare, type TestApp } from './test-app.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { createPost, say } from './threads.js';

export const ORIGIN = 'https://reviews.example';

/** One or more nodes on one database, with their sockets. */
export class LiveSite {
  readonly clients: LiveClient[] = [];
  author: Person;
  staff: Person;

  private constructor(
    readonly database: TestDatabase,
    readonly nodes: TestApp[],
  ) {}

  static async start(nodes: number, env: Environment = {}, prepare?: Prepare): Promise<LiveSite> {
    const database = await createTestDatabase();
    const apps: TestApp[] = [];
    for (let count = 0; count < nodes; count++) {
      const all = { SITE_ORIGINS: ORIGIN, ...ADMIN, ...env };
      apps.push(await createTestApp(database, all, prepare));
    }
    const site = new LiveSite(database, apps);
    site.author = await register(apps[0]);
    site.staff = await admin(apps[0]);
    return site;
  }

  /** Leaves sockets open: closing the nodes must end them. */
  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.close()));
    for (const client of this.clients) client.close();
    await this.database.drop();
  }

  closeSockets(): void {
    for (const client of this.clients.splice(0)) client.close();
  }

  async connect(options: LiveOptions & { node?: number } = {}): Promise<LiveClient> {
    const client = await connectLive(this.nodes[options.node ?? 0].url, options);
    this.clients.push(client);
    return client;
  }

  /** @returns the id of a new post */
  async post(): Promise<string> {
    return (await createPost(this.nodes[0], this.staff)).id;
  }

  /** @returns the id of a new comment */
  async say(postId: string, text: string, node = 0): Promise<string> {
    return (await say(this.nodes[node], this.author, postId, text)).id;
  }

  /** Writes many comments on all nodes, four at a time. */
  async sayMany(postId: string, count: number, after?: (written: number) => void): Promise<void> {
    let next = 0;
    let written = 0;
    const write = async () => {
      while (next < count) {
        const number = ++next;
        await this.say(postId, `Comment ${number}`, number % this.nodes.length);
        after?.(++written);
      }
    };
    await Promise.all([write(), write(), write(), write()]);
  }
}
