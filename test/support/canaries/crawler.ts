import { bodyOf, listProbes } from '../access/probes.js';
import type { Cast, ViewerKind } from '../access/viewers.js';
import { type Call, KeepAliveClient } from '../keep-alive.js';
import type { ApiDocument, Operation } from '../openapi.js';
import { CANARY, type Planted } from './planting.js';

/** A hidden text that reached an unauthorised viewer. */
export interface Leak {
  where: string;
  found: string;
  by: string;
}

/** Values for path parameters, by name. */
export type Names = Readonly<Record<string, readonly string[]>>;

const QUERIES = ['', '?sort=oldest', '?sort=newest&depth=0', '?after=0&limit=500', '?limit=100'];
/** Number of concurrent requests. */
const LANES = 8;

/** Reads every readable address as every viewer, and looks for hidden texts. */
export class Crawler {
  /** Number of checked answers and events. */
  looked = 0;
  /** Texts that reached an authorised viewer. */
  readonly found = new Map<ViewerKind, Set<string>>();
  readonly leaks: Leak[] = [];
  private readonly client: KeepAliveClient;

  constructor(
    private readonly api: ApiDocument,
    url: string,
    private readonly cast: Pick<Cast, 'headersOf'>,
    private readonly planted: ReadonlyMap<string, Planted>,
  ) {
    this.client = new KeepAliveClient(url);
  }

  close(): void {
    this.client.close();
  }

  /** Reads every address. */
  async read(viewer: ViewerKind, names: Names): Promise<void> {
    const headers = this.cast.headersOf(viewer);
    const reads = this.api.operations.filter(({ method }) => method === 'get');
    const calls = reads
      .flatMap((operation) => addressesOf(operation, names))
      .flatMap((path) =>
        QUERIES.map((query): Call => {
          return { method: 'GET', path: path + query, headers };
        }),
      );
    await this.send(viewer, calls);
  }

  /** Sends changes that are refused: a refusal must not leak either. */
  async provoke(viewer: ViewerKind, names: Names): Promise<void> {
    const headers = { ...this.cast.headersOf(viewer), 'if-match': '77' };
    const calls = listProbes(this.api)
      .filter(({ operation, reads }) => !reads && operation.path.includes('{'))
      .flatMap((probe) =>
        addressesOf(probe.operation, names).map((path): Call => {
          const body = {
            ...bodyOf(this.api, probe, { names: {}, version: 77 }),
            unknownField: true,
          };
          const method = probe.operation.method.toUpperCase();
          // A body for an operation without one would be refused by the parser.
          return probe.operation.requestBody
            ? { method, path, headers, body: JSON.stringify(body) }
            : { method, path: `${path}?unknown=1`, headers };
        }),
      );
    await this.send(viewer, calls);
  }

  /**
   * Checks one text that reached a viewer.
   * @param live whether it was sent live: it may then contain what was public and hidden later
   */
  look(viewer: ViewerKind | 'log', found: string, text: string, live = false): void {
    this.looked += 1;
    for (const [canary] of text.matchAll(CANARY)) {
      const planted = this.planted.get(canary);
      if (!planted || (live && planted.wasPublic)) continue;
      if (viewer === 'log' || !planted.may.includes(viewer)) {
        this.leaks.push({ where: planted.where, found, by: viewer });
      } else {
        this.found.set(viewer, (this.found.get(viewer) ?? new Set()).add(canary));
      }
    }
  }

  private async send(viewer: ViewerKind, calls: readonly Call[]): Promise<void> {
    let next = 0;
    const lane = async () => {
      while (next < calls.length) {
        const call = calls[next++];
        const { status, headers, text } = await this.client.send(call);
        const address = `${call.method} ${call.path}`;
        if (status >= 500) throw new Error(`${address} ended with ${status}: ${text}`);
        this.look(viewer, `${address} ${status}`, `${JSON.stringify(headers)}\n${text}`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }
}

function addressesOf({ path }: Operation, names: Names): string[] {
  const parameter = /\{(\w+)\}/.exec(path);
  if (!parameter) return [path];
  return (names[parameter[1]] ?? []).map((name) => path.replace(parameter[0], name));
}
