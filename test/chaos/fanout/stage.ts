import { setTimeout as delay } from 'node:timers/promises';
import { type Child, startChild } from '../../../bench/child.js';
import { memoryOf } from '../../../bench/processes.js';
import type { AppNode } from '../app-node.js';
import type { BareQuestion } from './bare-sockets.js';
import type { CrowdQuestion, Seen } from './crowd.js';

/** The target of the sockets, and the process whose memory is measured. */
export interface Server {
  port: number;
  pid: number;
  /** Triggers a garbage collection. */
  collect(): Promise<unknown>;
}

/** Loaded before the service; it handles the harness's signal, unknown to the service. */
export const GARBAGE_COLLECTOR = './dist-chaos/test/chaos/fanout/garbage.js';

/** Time allowed for a collection, which consists of two of about 50 ms. */
const COLLECTED_MS = 500;

/** The service as one process, with no proxy in front of it. */
export function serviceServer(node: AppNode): Server {
  const { port, pid } = node;
  const collect = async () => {
    process.kill(pid, 'SIGUSR2');
    await delay(COLLECTED_MS);
  };
  return { port, pid, collect };
}

/** A bare Socket.IO server in a separate process. */
export class Bare {
  private constructor(
    private readonly child: Child,
    readonly server: Server,
  ) {}

  static async start(): Promise<Bare> {
    const child = startChild(new URL('./bare-sockets.js', import.meta.url));
    const ask = <Answer>(question: BareQuestion) => child.ask<Answer>(question);
    const place = await ask<{ port: number; pid: number }>({ what: 'listen' });
    return new Bare(child, { ...place, collect: () => ask({ what: 'memory' }) });
  }

  /** @returns the time at which each message was sent */
  send(messages: { payload: string; afterMs: number }[]): Promise<number[]> {
    return this.child.ask({ what: 'send', messages } satisfies BareQuestion);
  }

  end(): Promise<void> {
    return this.child.end();
  }
}

/** Sockets in a separate process, the same for the service and for the reference. */
export class Crowd {
  private readonly child = startChild(new URL('./crowd.js', import.meta.url));

  come(port: number, postId: string, sockets: number): Promise<number> {
    return this.ask({ what: 'come', port, postId, sockets });
  }

  tell(): Promise<Seen> {
    return this.ask({ what: 'tell' });
  }

  end(): Promise<void> {
    return this.child.end();
  }

  private ask<Answer>(question: CrowdQuestion): Promise<Answer> {
    return this.child.ask(question);
  }
}

/**
 * Resident memory per additional idle socket, in kB. A first crowd is connected beforehand, so that
 * one-time allocations are not counted.
 */
export async function memoryOfASocket(
  server: Server,
  postId: string,
  sockets: number,
): Promise<number> {
  const crowd = new Crowd();
  const resident = async () => {
    await server.collect();
    await server.collect();
    return memoryOf(server.pid).now * 1_024;
  };
  try {
    await crowd.come(server.port, postId, sockets / 2);
    const before = await resident();
    await crowd.come(server.port, postId, sockets);
    return ((await resident()) - before) / sockets;
  } finally {
    await crowd.end();
  }
}
