import { join } from 'node:path';
import type { AppNode } from '../chaos/app-node.js';
import { type Person, Site } from '../chaos/site.js';
import { Asker } from './ask.js';
import { Gauge, probeFlag } from './gauge.js';

const WRITERS = 24;

/**
 * The heap of a small node: with more room V8 would collect less often, and garbage would look like
 * memory that a request needs. A service that needs more crashes.
 */
const FLAGS = ['--max-old-space-size=256'];

/** The built service with its own Postgres, the probe, and signed-in people. */
export class Stage {
  readonly asker: Asker;
  readonly gauge: Gauge;

  private constructor(
    readonly site: Site,
    readonly node: AppNode,
    readonly database: string,
    probeAt: string,
  ) {
    this.asker = new Asker(node.port);
    this.gauge = new Gauge(probeAt);
  }

  /** @param env for the service, in addition to that of the site */
  static async open(
    nodeFlags: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Stage> {
    const site = await Site.open({ writers: WRITERS, unlucky: 0 });
    try {
      const probeAt = join(site.dataDir, 'probe.sock');
      const database = await site.database('abuse');
      const flags = [...FLAGS, ...nodeFlags, probeFlag(probeAt)];
      const node = await site.node('abuse', flags, database, { env });
      await node.start();
      return new Stage(site, node, database, probeAt);
    } catch (error) {
      await site.close();
      throw error;
    }
  }

  get admin(): Person {
    return this.site.people.admin;
  }

  writer(nth: number): Person {
    return this.site.people.writers[nth % WRITERS];
  }

  /** Restores a fresh state: nothing left by an earlier request hides the cost of the next. */
  async restart(): Promise<void> {
    await this.node.kill();
    await this.node.start();
  }

  /** A metric of the service, summed over its labels; null if no metric has that name. */
  async metric(name: string): Promise<number | null> {
    const { text } = await this.asker.get({ path: '/metrics' });
    const lines = text.split('\n').filter((line) => new RegExp(`^${name}(\\{|\\s)`).test(line));
    if (lines.length === 0) return null;
    return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
  }

  async close(): Promise<void> {
    this.asker.close();
    await this.node.stop();
    await this.site.close();
  }
}
