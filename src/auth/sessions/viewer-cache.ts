import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Announcer } from '../../nodes/announcer.js';
import { isOfAccounts } from '../../events/signal-log.repository.js';
import { SignalTail } from '../../events/signal-tail.js';
import type { Member } from '../../users/viewer/viewer.js';

/** How long a member is taken for what they were; a signal ends it sooner. */
const TRUST_MS = 1_000;
const MAX_TOKENS = 20_000;

/**
 * The owner of a token, for a second after the lookup. A signal empties the cache: one of this node
 * before its act is answered, one of another node when it is heard. A write decides once more what the
 * member may write.
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
