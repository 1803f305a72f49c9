import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Metrics } from '../metrics/metrics.js';
import { Announcer } from './announcer.js';
import { Round, type Work } from './background-round.js';
import { RoundTurnsRepository } from './round-turns.repository.js';

/**
 * All background work of the service. Each kind has a timer of its own, runs once at a time, is
 * measured, restarts after a failure, and is awaited at a stop. A command starts none: it has only
 * some of the rooms, and would take the turn of a node that has all.
 */
@Injectable()
export class Rounds implements BeforeApplicationShutdown {
  /** Intervals in milliseconds that replace those of the works, by name, for tests. */
  readonly periods = new Map<string, number>();
  private readonly rounds: Round[] = [];

  constructor(
    private readonly announcer: Announcer,
    private readonly turns: RoundTurnsRepository,
    private readonly metrics: Metrics,
    private readonly host: HttpAdapterHost,
  ) {}

  /** Runs the work from now on, until the service stops. */
  begin(work: Work): Round {
    const everyMs = this.periods.get(work.name) ?? work.everyMs;
    const { nodeId } = this.announcer;
    const round = new Round({ ...work, everyMs }, nodeId, this.turns, this.metrics);
    this.rounds.push(round);
    if (this.host.httpAdapter) round.begin();
    return round;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.rounds.map((round) => round.end()));
  }
}
