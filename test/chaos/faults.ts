import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../bench/seed/random.js';
import type { Arena } from './arena.js';
import { CLEAR, type FaultProxy, type Weather } from './fault-proxy.js';
import { until, untilFound } from '../support/until.js';

export interface FaultCounts {
  nodeKills: number;
  databaseKills: number;
  terminations: number;
  cuts: number;
  partitions: number;
}

export type FaultKind = 'node' | 'database' | 'terminate' | 'cut' | 'partition';

/** A fault, and the share of the work after which it is injected. */
export interface PlannedFault {
  at: number;
  kind: FaultKind;
}

/**
 * Faults are triggered by an acknowledgement, when a node has just finished something. A kill is
 * delayed by up to this much, so that it may hit every stage of the work.
 */
const KILLS_STRAY_MS = 250;
/** Time limit of a whole run on a small machine. */
const WORKED_WITHIN_MS = 60 * 60_000;
/** Time limit for nodes and readers to recover between two faults. */
const BACK_WITHIN_MS = 5 * 60_000;

/** Plans faults over the middle of a run; the same seed gives the same plan. */
export function planFaults(counts: FaultCounts, random: Random): PlannedFault[] {
  const kinds: [FaultKind, number][] = [
    ['node', counts.nodeKills],
    ['database', counts.databaseKills],
    ['terminate', counts.terminations],
    ['cut', counts.cuts],
    ['partition', counts.partitions],
  ];
  return kinds
    .flatMap(([kind, count]) =>
      // One at a random place in each part of the run, so that they neither bunch nor are periodic.
      Array.from({ length: count }, (_, nth) => ({
        at: 0.04 + (0.9 * (nth + random.fraction())) / count,
        kind,
      })),
    )
    .toSorted((a, b) => a.at - b.at);
}

/** Injects the planned faults into an arena, each after its share of the work. */
export class FaultMaker {
  readonly done: FaultCounts = {
    nodeKills: 0,
    databaseKills: 0,
    terminations: 0,
    cuts: 0,
    partitions: 0,
  };
  /** The times at which Postgres accepted connections again, one per kill. */
  readonly databaseBack: number[] = [];
  lastAt = 0;
  slowestNodeStart = 0;
  slowestDatabaseStart = 0;
  /** Serializes faults: one node at a time, one server at a time. */
  private nodes: Promise<void> = Promise.resolve();
  private database: Promise<void> = Promise.resolve();
  private readonly pending: Promise<void>[] = [];
  private nth = 0;

  constructor(
    private readonly arena: Arena,
    private readonly random: Random,
    private readonly partitionMs: number,
  ) {}

  /** @param progress the finished share of the work */
  async run(plan: readonly PlannedFault[], progress: () => number): Promise<void> {
    for (const { at, kind } of plan) {
      await until(`${at} of the work`, async () => progress() >= at, 10, WORKED_WITHIN_MS);
      this.strike(kind);
    }
    await Promise.all([this.nodes, this.database, ...this.pending]);
    this.lastAt = performance.now();
  }

  private strike(kind: FaultKind): void {
    if (kind === 'node') this.nodes = this.nodes.then(() => this.killNode());
    else if (kind === 'database') this.database = this.database.then(() => this.killDatabase());
    else if (kind === 'terminate') this.database = this.database.then(() => this.terminate());
    else if (kind === 'cut') this.pending.push(this.cut());
    else this.pending.push(this.partition(this.nth++));
  }

  private async killNode(): Promise<void> {
    await this.stray();
    const { node } = this.arena.places[this.done.nodeKills % 2];
    const at = performance.now();
    await node.kill();
    this.done.nodeKills++;
    await node.start();
    this.slowestNodeStart = Math.max(this.slowestNodeStart, performance.now() - at);
  }

  private async killDatabase(): Promise<void> {
    await this.stray();
    const at = performance.now();
    this.arena.cluster.kill();
    this.done.databaseKills++;
    await this.arena.cluster.restart();
    this.databaseBack.push(performance.now());
    this.slowestDatabaseStart = Math.max(this.slowestDatabaseStart, performance.now() - at);
  }

  private stray(): Promise<void> {
    return delay(this.random.integer(KILLS_STRAY_MS));
  }

  /** If nobody is connected, the fault is postponed until somebody is. */
  private async terminate(): Promise<void> {
    const end = async () => (await this.arena.cluster.terminate(1).catch(() => 0)) || null;
    this.done.terminations += await untilFound('a connection to end', end, 50, BACK_WITHIN_MS);
  }

  /** If everybody is disconnected already, the fault is postponed until somebody is back. */
  private async cut(): Promise<void> {
    const { places } = this.arena;
    let at = this.random.integer(2);
    const cut = async () => {
      at = 1 - at;
      return places[at].readersDoor.cut((open) => this.random.integer(open));
    };
    await until('a reader to cut off', cut, 20, BACK_WITHIN_MS);
    this.done.cuts++;
  }

  /** Alternates: a node loses Postgres for good or for a while, readers lose their node. */
  private async partition(nth: number): Promise<void> {
    const place = this.arena.places[this.random.integer(2)];
    const [door, weather]: [FaultProxy, Weather] = [
      [place.toDatabase, { kind: 'swallow' } as const],
      [place.readersDoor, { kind: 'swallow' } as const],
      [place.toDatabase, { kind: 'hold' } as const],
    ][nth % 3] as [FaultProxy, Weather];
    door.change(weather);
    await delay(this.partitionMs);
    door.change(CLEAR);
    this.done.partitions++;
  }
}
