import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { idAt } from '../../database/ids.js';
import { type Act, Acts } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { CollectedFailures } from '../../nodes/collected-failures.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { isOfAccounts } from '../../events/signal-log.repository.js';
import { SignalTail } from '../../events/signal-tail.js';
import { ClaimsRepository } from './claims.repository.js';
import { isSurge, SURGE_MINUTES } from './surge.js';
import { SurgeRepository } from './surge.repository.js';

const EVERY_MS = 10_000;

/** Does the timed work of the queue: it ends idle claims and raises surges. */
@Injectable()
export class QueueJob implements OnApplicationBootstrap {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly surges: SurgeRepository,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
    private readonly tail: SignalTail,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({
      name: 'surges',
      everyMs: EVERY_MS,
      onceInCluster: true,
      run: () => this.raiseSurges(),
    });
    const claims = this.rounds.begin({
      name: 'claims',
      everyMs: EVERY_MS,
      isIdle: () => this.claims.isIdle(),
      run: () => this.acts.run((act) => this.claims.sweep(act)),
    });
    // Claims are released when the moderator signs out or loses the role.
    this.tail.signals.on('signal', (signal) => {
      if (isOfAccounts(signal)) claims.wake();
    });
  }

  /** Shows the moderators the branches that new accounts have taken over. */
  async raiseSurges(): Promise<void> {
    const sinceId = idAt(new Date(Date.now() - SURGE_MINUTES * 60_000), 0);
    const surges = (await this.surges.listActive(sinceId)).filter(isSurge);
    const attempts = new CollectedFailures();
    for (const { rootId, postId, ...counts } of surges) {
      const raise = async (act: Act) => {
        // A removal commits before or after this, so a deleted comment keeps no surge.
        await this.log.lock(act, postId);
        await this.surges.raise(act, rootId, counts);
      };
      await attempts.try(rootId, () => this.acts.run(raise));
    }
    attempts.end();
  }
}
