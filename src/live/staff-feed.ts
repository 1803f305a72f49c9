import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Signal } from '../events/signal-log.repository.js';
import { SignalTail } from '../events/signal-tail.js';
import { LiveSessions, STAFF } from './live-sessions.js';
import type { LiveNamespace } from './live-socket.js';

/**
 * What is for staff, and for one account: hints with ids and facts alone. A socket that misses one is
 * told nothing false; what is true is read over HTTP.
 */
@Injectable()
export class StaffFeed implements OnModuleInit {
  private namespace: LiveNamespace | null = null;

  constructor(
    private readonly sessions: LiveSessions,
    private readonly tail: SignalTail,
  ) {}

  onModuleInit(): void {
    this.tail.signals.on('signal', (signal) => this.hear(signal));
  }

  attach(namespace: LiveNamespace): void {
    this.namespace = namespace;
  }

  private hear(signal: Signal): void {
    if (signal.type === 'queue.changed') {
      // Only this node's: every node hears the signal.
      this.namespace?.local.to(STAFF).emit('queue', signal.facts);
    } else if (signal.type === 'user.notified') {
      for (const socket of this.sessions.socketsOf(signal.userId)) {
        socket.emit('notification', signal.facts);
      }
    }
  }
}
