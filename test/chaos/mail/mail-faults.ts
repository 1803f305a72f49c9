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
  private tellEnd: () => void;
  private readonly over = new Promise<void>((resolve) => (this.tellEnd = resolve));
  /** Nodes that are on their way back. */
  private readonly starting = new Map<string, Promise<void>>();

  constructor(
    private readonly arena: Arena,
    private readonly office: PostOffice,
    private readonly awayMs: number,
  ) {}

  /** @param progress the share of what is due that was mailed */
  async run(plan: readonly MailFault[], progress: () => number): Promise<void> {
    for (const { at, kind } of plan) {
      do await Promise.race([this.office.next(), this.over]);
      while (progress() < at && !this.ended);
      if (this.ended) break;
      if (kind === 'away') await this.office.goAway(this.awayMs);
      else await this.kill();
    }
    await Promise.all(this.starting.values());
  }

  /** No mail comes any more. */
  end(): void {
    this.ended = true;
    this.tellEnd();
  }

  /** The other node goes on meanwhile, and the next fault does not wait until this one is back. */
  private async kill(): Promise<void> {
    const { node } = this.arena.places[this.kills.length % 2];
    await this.starting.get(node.name);
    this.kills.push({ t: performance.now(), proc: node.name });
    await node.kill();
    this.starting.set(node.name, node.start());
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
