import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Gauge, probeFlag } from '../abuse/gauge.js';
import type { AppNode } from '../chaos/app-node.js';
import { type Person, Site } from '../chaos/site.js';
import { HOST, HOST_SECRET } from '../support/host-tokens.js';
import { ApiDocument, type Document } from '../support/openapi.js';
import { HostPages } from './host-pages.js';
import type { MutantName } from './options.js';
import { TERMS } from './requests/plans.js';
import type { Shape } from './requests/shape.js';

const MUTANT_SERVICE = ['dist-chaos/test/fuzz/mutants/main.js'];

/** The heap of a small node, so that garbage is collected early. */
const FLAGS = ['--max-old-space-size=256'];

/** The built service with its own Postgres, the probe, and a site that embeds it. */
export class Stage {
  readonly gauge: Gauge;

  private constructor(
    private readonly site: Site,
    readonly node: AppNode,
    readonly hostPages: HostPages,
    /** Requests known to succeed, for which no answer supplies the values. */
    readonly known: readonly { operationId: string; shape: Shape }[],
    probeAt: string,
  ) {
    this.gauge = new Gauge(probeAt);
  }

  /** @param mutants harmful changes of the service */
  static async open(site: Site, mutants: readonly MutantName[] = []): Promise<Stage> {
    const hostPages = await HostPages.open();
    const isMutant = mutants.length > 0;
    const name = isMutant ? 'mutant' : 'fuzz';
    const probeAt = join(site.dataDir, `${name}.sock`);
    const database = await site.database(name);
    const env = {
      SITE_ORIGINS: hostPages.origin,
      SSO_ISSUER: HOST,
      SSO_KEYS: `fuzz:hs256:${HOST_SECRET}`,
      FUZZ_MUTANTS: mutants.join(','),
      // A registration returns tokens, whatever administrators set.
      READ_ONLY: 'false',
      CONFIRM_EMAILS: 'false',
      UNCONFIRMED_MAY_COMMENT: 'true',
      STAFF_SECOND_FACTOR: 'false',
      GUESTS: 'held',
      TERMS_VERSION: TERMS,
      TERMS_URL: `${HOST}/terms`,
    };
    const flags = [...FLAGS, probeFlag(probeAt)];
    const main = isMutant ? MUTANT_SERVICE : undefined;
    const node = await site.node(name, flags, database, { ...(main ? { main } : {}), env });
    await node.start();
    const known = isMutant ? [] : await importThread(site, database);
    return new Stage(site, node, hostPages, known, probeAt);
  }

  /** The first administrator. */
  get root(): Person {
    return this.site.people.admin;
  }

  get url(): string {
    return `http://127.0.0.1:${this.node.port}`;
  }

  async document(): Promise<ApiDocument> {
    const answer = await fetch(`${this.url}/api/openapi.json`);
    return new ApiDocument((await answer.json()) as Document);
  }

  /** @returns `yes`, or what the front page or a thread answered instead */
  async servedPage(): Promise<string> {
    if (this.node.deaths.length > 0) return 'it has ended';
    const front = await this.read('/');
    const [post] = await this.listPosts();
    const thread = await this.read(`/api/v1/posts/${post}/comments`);
    const bad = [front, thread].find(({ status }) => status !== 200);
    return bad ? `${bad.status} of ${bad.path}` : 'yes';
  }

  /** The newest posts: older ones may have ended. */
  async listPosts(): Promise<string[]> {
    const { text } = await this.read('/api/v1/posts');
    const { items } = JSON.parse(text) as { items: { id: string }[] };
    return items.map(({ id }) => id);
  }

  private async read(path: string): Promise<{ path: string; status: number; text: string }> {
    const answer = await fetch(this.url + path);
    return { path, status: answer.status, text: await answer.text() };
  }

  async close(): Promise<void> {
    this.hostPages.close();
    await this.node.stop();
  }
}

/** Comments with ids of another system, which only an import creates. */
async function importThread(
  site: Site,
  database: string,
): Promise<{ operationId: string; shape: Shape }[]> {
  const env = { ...process.env, ...site.commandEnv(database) };
  const args = ['dist/cli/main.js', 'import', 'disqus', 'test/fixtures/forum.disqus.xml'];
  await promisify(execFile)(process.execPath, args, { env });
  const rows = await site.cluster.query<{ post: string; id: string; source: string }>(
    database,
    `select post_id as post, foreign_id as id, source from comments where foreign_id is not null limit 5`,
  );
  return rows.map(({ post, id, source }) => ({
    operationId: 'foreignIdsResolve',
    shape: {
      method: 'GET',
      template: '/api/v1/posts/{post}/comments/by-foreign-id',
      path: { post },
      query: [
        ['id', id],
        ['source', source],
      ],
      headers: {},
      body: null,
      role: 'guest',
      about: null,
    },
  }));
}
