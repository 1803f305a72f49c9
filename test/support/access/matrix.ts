import { FULL } from '../full-form.js';
import { KeepAliveClient, type Reply } from '../keep-alive.js';
import type { ApiDocument } from '../openapi.js';
import { type Objects, OWN, statesOf } from './objects.js';
import { bodyOf, comesLast, type Probe, queryOf } from './probes.js';
import type { Target } from './states/stage.js';
import { type ViewerKind, VIEWERS } from './viewers.js';

/** The answer to one viewer about one object in one state. */
export interface Cell {
  probe: Probe;
  state: string;
  viewer: ViewerKind;
  /** The status, and the type of a problem: `409 version-conflict`. */
  answer: string;
}

interface Row {
  probe: Probe;
  state: string;
  cells: Cell[];
}

/** Rows that run concurrently: each has its own objects. */
const LANES = 8;

/** Sends every probe as every viewer for every state. */
export class Matrix {
  cells: readonly Cell[] = [];
  private readonly shared = new Map<string, Promise<Target>>();
  private readonly client: KeepAliveClient;

  constructor(
    private readonly api: ApiDocument,
    private readonly objects: Objects,
  ) {
    this.client = new KeepAliveClient(objects.stage.app.url);
  }

  /** Adds cells to the earlier ones; probes that end the sessions of askers run alone and last. */
  async fill(probes: readonly Probe[]): Promise<void> {
    const rows = sampled(
      probes.flatMap((probe) =>
        statesOf(probe.object)
          .filter((state) => fits(probe, state))
          .map((state): Row => ({ probe, state, cells: [] })),
      ),
    );
    const waiting = rows.filter(({ probe }) => !comesLast(probe));
    const lane = async () => {
      for (let row = waiting.shift(); row; row = waiting.shift()) await this.ask(row);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    for (const row of rows.filter(({ probe }) => comesLast(probe))) await this.ask(row);
    this.cells = [...this.cells, ...rows.flatMap(({ cells }) => cells)];
  }

  /** Repeats the request of a cell, with another object of the same state. */
  async repeat({ probe, state, viewer }: Cell, before: () => Promise<void>): Promise<string> {
    const target = await this.objects.make(probe.object, state, viewer);
    await before();
    return this.call(probe, viewer, target);
  }

  close(): void {
    this.client.close();
  }

  /**
   * An object that is only read is created once. An object that can be changed is created anew
   * after each viewer who could change it: a refusal leaves it intact for the next.
   */
  private async ask({ probe, state, cells }: Row): Promise<void> {
    let target: Target | null = null;
    for (const viewer of VIEWERS) {
      target ??= await this.make(probe, state, viewer);
      const answer = await this.call(probe, viewer, target);
      cells.push({ probe, state, viewer, answer });
      if (state === OWN || (!probe.reads && !/^[45]/.test(answer))) target = null;
    }
  }

  private make({ object, reads }: Probe, state: string, viewer: ViewerKind): Promise<Target> {
    if (!reads || state === OWN) return this.objects.make(object, state, viewer);
    const key = `${object} ${state}`;
    const target = this.shared.get(key) ?? this.objects.make(object, state, viewer);
    this.shared.set(key, target);
    return target;
  }

  private async call(probe: Probe, viewer: ViewerKind, target: Target): Promise<string> {
    const { method, path } = probe.operation;
    const { stage } = this.objects;
    const body = bodyOf(this.api, probe, target);
    const named = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(target.names[name] ?? target.names.id),
    );
    const reply = await this.client.send({
      method: method.toUpperCase(),
      path: named + queryOf(probe, target),
      headers: {
        ...stage.cast.headersOf(viewer),
        'if-match': String(target.version),
        'x-forwarded-for': stage.newAddress(),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return describe(reply);
  }
}

/**
 * Outside the full form, every tenth row, with the state changing from one probe to the next. Each
 * operation has at least one row; missing objects are always included, for comparison.
 */
function sampled(rows: Row[]): Row[] {
  if (FULL) return rows;
  const isFirst = ({ probe }: Row, at: number) => rows[at - 1]?.probe.operation !== probe.operation;
  // Counted per probe from a shifted start, so that a new operation moves no other samples.
  let [probes, states] = [0, 0];
  return rows.filter((row, at) => {
    const isNext = rows[at - 1]?.probe !== row.probe;
    [probes, states] = isNext ? [probes + 1, 0] : [probes, states + 1];
    return (probes + states) % 10 === 0 || row.state === 'absent' || isFirst(row, at);
  });
}

/** Viewers who gave away their own role could not continue. */
function fits({ operation }: Probe, state: string): boolean {
  return !(state === OWN && operation.operationId === 'usersSetRole');
}

function describe({ status, headers, text }: Reply): string {
  if (!headers['content-type']?.startsWith('application/problem+json')) return String(status);
  const type = String(JSON.parse(text).type);
  return `${status} ${type.replace('/problems/', '')}`;
}
