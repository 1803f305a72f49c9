import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NIL } from '../database/ids.js';
import { KeptEventsRepository } from './kept-events.repository.js';
import { Retention } from './retention-job.js';

/** The logs that one statement checks. */
const FRONTS = 1_000;
/** The logs and events of one statement, which locks the heads. */
const LOGS = 50;
const EVENTS = 1_000;

/** Deletes the first events of logs: walks all posts by their ids, and deletes old events. */
@Injectable()
export class EventSweep implements OnModuleInit {
  private after: string = NIL;
  private due: string[] = [];
  /** Posts whose heads were locked; each is waited for separately. */
  private busy: string[] = [];

  constructor(
    private readonly events: KeptEventsRepository,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.also({ what: 'events', piece: (seconds) => this.piece(seconds) });
  }

  private async piece(seconds: number): Promise<boolean> {
    if (this.due.length > 0) await this.drop(this.due.splice(0, LOGS), seconds);
    else if (this.busy.length > 0) await this.drop(this.busy.splice(0, 1), seconds);
    else await this.look(seconds);
    return this.due.length > 0 || this.busy.length > 0 || this.after !== NIL;
  }

  private async look(seconds: number): Promise<void> {
    const fronts = await this.events.listFronts(this.after, FRONTS, seconds);
    this.after = fronts.length === FRONTS ? fronts.at(-1)!.postId : NIL;
    this.due = fronts.filter(({ due }) => due).map(({ postId }) => postId);
  }

  /** The limit of each log is larger when fewer logs are processed. */
  private async drop(logs: readonly string[], seconds: number): Promise<void> {
    const limit = Math.floor(EVENTS / logs.length);
    const { more, busy } = await this.events.drop(logs, limit, seconds);
    this.due.push(...more);
    this.busy.push(...busy);
  }
}
