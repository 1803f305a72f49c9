import { Logger } from '@nestjs/common';
import type { Metrics } from '../metrics/metrics.js';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import type { Turn, RoundTurnsRepository } from './round-turns.repository.js';

/** Recurring background work. */
export interface Work {
  /** The name in metrics, logs and the table of turns. */
  name: string;
  /** The interval between the starts of two rounds. */
  everyMs: number;
  /** Whether one node does it for all, instead of each for itself. */
  onceInCluster?: boolean;
  /** Whether there is nothing to do. Checked before taking the turn, which costs a write. */
  isIdle?: () => Promise<boolean>;
  /**
   * Runs one round. It ends early when it gets the signal to stop, and continues in the next round.
   */
  run: (stop: AbortSignal) => Promise<unknown>;
}

/** The interval in which nodes check whether it is their turn. */
const LOOK_MS = 5_000;
/** A node that has missed so many of these checks is lost, and its turn ends. */
const LOOKS_A_LEASE = 4;
const LEAST_LEASE_MS = 5_000;
/** A repeated failure is logged once in this time; one that passes within it is not logged. */
const PATIENCE_MS = 60_000;

/** The rounds of one kind of work on this node: one at a time, by a timer of its own. */
export class Round {
  private readonly logger = new Logger('Rounds');
  private readonly lookMs: number;
  private readonly leaseMs: number;
  private readonly turn: Turn;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stop = new AbortController();
  private again = false;
  private holding = false;
  private renewal: Promise<void> | null = null;
  private wellAt = performance.now();
  private complainedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly work: Work,
    nodeId: string,
    private readonly turns: RoundTurnsRepository,
    private readonly metrics: Metrics,
  ) {
    const { name, everyMs, onceInCluster } = work;
    this.turn = { name, nodeId };
    this.lookMs = onceInCluster ? Math.min(everyMs / 4, LOOK_MS) : everyMs;
    this.leaseMs = Math.max(LOOKS_A_LEASE * this.lookMs, LEAST_LEASE_MS);
    metrics.roundWell.labels(name).set(0);
    metrics.roundFailures.labels(name).inc(0);
  }

  begin(): void {
    this.timer = setInterval(() => this.look(), this.lookMs);
  }

  /** Runs a round now; during a round, another one after it. */
  wake(): void {
    if (!this.timer) return;
    this.again = true;
    this.running ??= this.runAll();
  }

  /** Starts no more rounds, and waits for the running one. */
  async end(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    this.stop.abort();
    await this.running;
  }

  private look(): void {
    if (!this.running) this.running = this.runAll();
    else if (this.holding) this.renewal ??= this.renew().finally(() => (this.renewal = null));
  }

  private async runAll(): Promise<void> {
    do {
      this.again = false;
      await this.runOnce();
    } while (this.again && this.timer);
    // No other code runs between the last check and this line, so a later wake starts a new run.
    this.running = null;
  }

  private async runOnce(): Promise<void> {
    const { name, isIdle, onceInCluster } = this.work;
    try {
      const work = () => (onceInCluster ? this.inTurn() : this.measure());
      const ended = (await isIdle?.()) || (await work());
      this.wellAt = performance.now();
      if (ended) this.metrics.roundWell.labels(name).setToCurrentTime();
    } catch (error) {
      this.metrics.roundFailures.labels(name).inc();
      this.complain(error);
    }
  }

  /** @returns whether a round of this node has finished */
  private async inTurn(): Promise<boolean> {
    if (!(await this.turns.take(this.turn, this.leaseMs))) return false;
    this.holding = true;
    let ended = false;
    try {
      ended = await this.measure();
    } finally {
      this.holding = false;
      await this.renewal;
      // A round that was stopped is due at once, for another node.
      const everyMs = this.stop.signal.aborted ? 0 : this.work.everyMs;
      // If the database is away, the turn ends with its lease.
      await this.turns.leave(this.turn, everyMs, ended).catch(() => undefined);
    }
    return ended;
  }

  /** @returns whether it ran to its end; false when it was stopped */
  private async measure(): Promise<boolean> {
    if (this.timer) this.stop = new AbortController();
    const startedAt = performance.now();
    try {
      await this.work.run(this.stop.signal);
      return !this.stop.signal.aborted;
    } finally {
      const seconds = (performance.now() - startedAt) / 1_000;
      this.metrics.roundSeconds.labels(this.work.name).observe(seconds);
    }
  }

  private async renew(): Promise<void> {
    const { stop } = this;
    try {
      if (!(await this.turns.renew(this.turn, this.leaseMs))) stop.abort();
    } catch {
      // The database is unavailable; the round itself will report that.
    }
  }

  private complain(error: unknown): void {
    const now = performance.now();
    const passing = error instanceof TemporarilyUnavailable;
    if (now - this.complainedAt < PATIENCE_MS || (passing && now - this.wellAt < PATIENCE_MS))
      return;
    this.complainedAt = now;
    const why = error instanceof Error ? (passing ? error.message : error.stack) : String(error);
    this.logger.error(`The round "${this.work.name}" failed, and begins again: ${why}`);
  }
}
