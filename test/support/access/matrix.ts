import { KeepAliveClient, type Reply } from '../keep-alive.js';
import type { ApiDocument } from '../openapi.js';
import type { TestApp } from '../test-app.js';
import { type Objects, STATES, type Target } from './objects.js';
import { bodyOf, type ObjectKind, type Probe } from './probes.js';
import { type Cast, type ViewerKind, VIEWERS } from './viewers.js';

/** What one viewer is answered about one object in one state. */
export interface Cell {
  probe: Probe;
  state: string;
  viewer: ViewerKind;
  /** The status, and of a problem its type: `409 version-conflict`. */
  answer: string;
}

/** Asks everything of everybody about every state. */
export class Matrix {
  readonly cells: Cell[] = [];
  private readonly shared = new Map<string, Promise<Target>>();
  private readonly client: KeepAliveClient;

  constructor(
    private readonly api: ApiDocument,
    app: TestApp,
    private readonly cast: Cast,
    private readonly objects: Objects,
  ) {
    this.client = new KeepAliveClient(app.url);
  }

  async fill(probes: readonly Probe[]): Promise<void> {
    for (const probe of probes) {
      for (const state of STATES[probe.object]) await this.ask(probe, state);
    }
  }

  close(): void {
    this.client.close();
  }

  /** What is not changed is asked about once made; what is changed is made anew for each. */
  private async ask(probe: Probe, state: string): Promise<void> {
    const targets = probe.reads
      ? VIEWERS.map(() => this.share(probe.object, state))
      : VIEWERS.map(() => this.objects.make(probe.object, state));
    const made = await Promise.all(targets);
    const cells = await Promise.all(
      VIEWERS.map(async (viewer, at): Promise<Cell> => {
        return { probe, state, viewer, answer: await this.call(probe, viewer, made[at]) };
      }),
    );
    this.cells.push(...cells);
  }

  private share(kind: ObjectKind, state: string): Promise<Target> {
    const key = `${kind} ${state}`;
    const target = this.shared.get(key) ?? this.objects.make(kind, state);
    this.shared.set(key, target);
    return target;
  }

  private async call(probe: Probe, viewer: ViewerKind, target: Target): Promise<string> {
    const { method, path } = probe.operation;
    const body = bodyOf(this.api, probe, target.version);
    const reply = await this.client.send({
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, encodeURIComponent(target.id)),
      headers: { ...this.cast.headersOf(viewer), 'if-match': String(target.version) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return describe(reply);
  }
}

function describe({ status, headers, text }: Reply): string {
  if (!headers['content-type']?.startsWith('application/problem+json')) return String(status);
  const type = String(JSON.parse(text).type);
  return `${status} ${type.replace('/problems/', '')}`;
}
