import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Announcer } from '../../nodes/announcer.js';
import { isOfAccounts } from '../../events/signal-log.repository.js';
import { SignalTail } from '../../events/signal-tail.js';
import type { Member } from '../../users/viewer/viewer.js';

/** How long a lookup is cached; a signal ends it sooner. */
const TRUST_MS = 1_000;
const MAX_TOKENS = 20_000;

/**
 * The cached owner of a token, for a second after the lookup. Signals clear the cache: those of
 * this node before the response, those of another node when they arrive. A write checks again what
 * the member may do.
 */
@Injectable()
export class ViewerCache implements OnModuleInit {
  private readonly members = new LRUCache<string, Member>({ max: MAX_TOKENS, ttl: TRUST_MS });

  constructor(
    private readonly announcer: Announcer,
    private readonly tail: SignalTail,
  ) {}

  private cleared = 0;

  onModuleInit(): void {
    this.announcer.local.on('signals', () => this.clear());
    this.tail.signals.on('signal', (signal) => {
      if (isOfAccounts(signal)) this.clear();
    });
  }

  /** The cached viewer of the token; null when a lookup is needed. */
  find(token: string): Member | null {
    const known = this.members.get(token);
    return known && known.expiresAt > Date.now() ? known : null;
  }

  /** The viewer of the token, looked up at most once a second. */
  async get(token: string, lookUp: () => Promise<Member>): Promise<Member> {
    const known = this.find(token);
    if (known) return known;
    const before = this.cleared;
    const member = await lookUp();
    // A lookup that started before a signal may have read a session that the signal ended.
    if (before === this.cleared) this.members.set(token, member);
    return member;
  }

  private clear(): void {
    this.cleared += 1;
    this.members.clear();
  }
}
