import type { Arena } from '../arena.js';
import type { NodeKill } from '../history.js';
import type { PostOffice } from './post-office.js';

/** A fault, and the share of mails after which it hits: during the next mail's delivery. */
export interface MailFault {
  at: number;
  kind: 'kill' | 'away';
}

/** Kills nodes while they send mails, and takes the mail server down for a while. */
export class MailFaults {
  readonly kills: NodeKill[] = [];
  private ended = false;
  private tellEnd: () => void;
  private readonly over = new Promise<void>((resolve) => (this.tellEnd = resolve));
  /** Nodes that are restarting. */
  private readonly starting = new Map<string, Promise<void>>();

  constructor(
    private readonly arena: Arena,
    private readonly office: PostOffice,
    private readonly awayMs: number,
  ) {}

  /** @param progress the share of the due comments that was mailed */
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

  /** Called when no more mails come. */
  end(): void {
    this.ended = true;
    this.tellEnd();
  }

  /** The other node keeps running, and the next fault does not wait for this node's restart. */
  private async kill(): Promise<void> {
    const { node } = this.arena.places[this.kills.length % 2];
    await this.starting.get(node.name);
    this.kills.push({ t: performance.now(), proc: node.name });
    await node.kill();
    this.starting.set(node.name, node.start());
  }
}

/** Faults are spread over the run; the mail server is down in the middle. */
export function planMailFaults(kills: number, isAway: boolean): MailFault[] {
  const struck = Array.from({ length: kills }, (_, nth): MailFault => ({
    at: 0.1 + (0.7 * (nth + 0.5)) / kills,
    kind: 'kill',
  }));
  const away: MailFault[] = isAway ? [{ at: 0.4, kind: 'away' }] : [];
  return [...struck, ...away].toSorted((a, b) => a.at - b.at);
}
