import { setTimeout as delay } from 'node:timers/promises';
import type { Arena } from '../arena.js';
import type { NodeKill } from '../history.js';
import type { PostOffice } from './post-office.js';

/** A fault, and after which share of the mails it strikes: with the next one, which is under way then. */
export interface MailFault {
  at: number;
  kind: 'kill' | 'away';
}

/** Kills nodes while they send mails, and lets the mail server be away. */
export class MailFaults {
  readonly kills: NodeKill[] = [];
  private ended = false;

  constructor(
    private readonly arena: Arena,
    private readonly office: PostOffice,
    private readonly awayMs: number,
  ) {}

  /** @param progress the share of what is due that was mailed */
  async run(plan: readonly MailFault[], progress: () => number): Promise<void> {
    for (const { at, kind } of plan) {
      while (progress() < at && !this.ended) await Promise.race([this.office.next(), delay(500)]);
      if (this.ended) return;
      if (kind === 'away') await this.office.goAway(this.awayMs);
      else {
        await this.office.next();
        await this.kill();
      }
    }
  }

  /** No mail comes any more. */
  end(): void {
    this.ended = true;
  }

  private async kill(): Promise<void> {
    const { node } = this.arena.places[this.kills.length % 2];
    this.kills.push({ t: performance.now(), proc: node.name });
    await node.kill();
    await node.start();
  }
}

/** Spread over the run; the mail server is away in the middle. */
export function planMailFaults(kills: number, isAway: boolean): MailFault[] {
  const struck = Array.from({ length: kills }, (_, nth): MailFault => ({
    at: 0.1 + (0.7 * (nth + 0.5)) / kills,
    kind: 'kill',
  }));
  const away: MailFault[] = isAway ? [{ at: 0.4, kind: 'away' }] : [];
  return [...struck, ...away].toSorted((a, b) => a.at - b.at);
}
