import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../../../bench/seed/random.js';
import type { Arena } from '../arena.js';
import { check } from '../checks/check.js';
import type { Attempt, History } from '../history.js';
import type { Call } from '../http.js';
import { outcomeOf } from '../desk.js';
import { PlainWatcher } from '../plain-watcher.js';
import type { Person } from '../site.js';
import { CREATION, readTruth } from '../truth.js';
import { atLeast, atMost, exactly, type Ground, type Outcome, scaled, told } from './scenario.js';

const SIZES = {
  short: { stops: 3, sockets: 60 },
  full: { stops: 50, sockets: 500 },
};
const REQUESTS_A_SECOND = 300;
const EXIT_MS = 10_000;
const TOLD = 5;

/**
 * G1 in operation: nodes are stopped in turn under load. A client that asks the other node once when
 * this one does not answer is never refused.
 */
export async function drain({ site, form, seed, scale }: Ground): Promise<Outcome> {
  const stops = scaled(SIZES[form].stops, scale);
  const sockets = scaled(SIZES[form].sockets, scale);
  const arena = await site.arena('drain');
  const traffic = new Traffic(arena, site.people.writers, site.posts, new Random(`${seed} drain`));
  const quiet = site.posts.slice(-1);
  const watchers = Array.from(
    { length: sockets },
    (_, nth) =>
      new PlainWatcher(
        `socket-${nth + 1}`,
        arena.places[nth % 2].readersDoor.port,
        quiet,
        () => undefined,
      ),
  );
  try {
    traffic.begin();
    await delay(1_000);
    const startedAt = performance.now();
    const exits: { code: number | string; took: number }[] = [];
    for (let nth = 0; nth < stops; nth++) {
      const { node } = arena.places[nth % 2];
      exits.push(await node.stop());
      await node.start();
    }
    await delay(500);
    const seconds = (performance.now() - startedAt) / 1_000;
    await traffic.end();
    const truth = await readTruth(arena.cluster, arena.database);
    const seq = truth.heads.find(({ postId }) => postId === quiet[0])!.seq;
    const deadline = performance.now() + 5_000;
    const behind = () => watchers.filter((watcher) => watcher.position(quiet[0]) < seq).length;
    while (behind() > 0 && performance.now() < deadline) await delay(20);
    const history: History = {
      attempts: traffic.attempts,
      views: watchers.flatMap((watcher) => watcher.views()),
      afterBan: [],
      ...truth,
    };
    return {
      history,
      findings: check(history),
      notes: [...traffic.failures.slice(0, TOLD), ...arena.notes],
      figures: [
        exactly('nodes stopped by SIGTERM', exits.length, stops),
        exactly('exits with 0', exits.filter(({ code }) => code === 0).length, stops),
        atMost('the slowest exit', Math.max(...exits.map(({ took }) => took)), EXIT_MS, 'ms'),
        atLeast(
          'requests a second',
          Math.round(traffic.sent / (seconds + 1.5)),
          REQUESTS_A_SECOND * 0.9,
        ),
        told('requests', traffic.sent),
        told('requests that the other node was asked', traffic.retried),
        exactly('requests that failed after that', traffic.failures.length, 0),
        told('sockets that followed a post', watchers.length),
      ],
    };
  } finally {
    await traffic.end();
    for (const watcher of watchers) watcher.close();
    await arena.close();
  }
}

/** Readers and writers at a steady pace, who ask the other node once when one does not answer. */
class Traffic {
  sent = 0;
  retried = 0;
  readonly failures: string[] = [];
  readonly attempts: Attempt[] = [];
  private readonly open = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly arena: Arena,
    private readonly writers: readonly Person[],
    private readonly posts: readonly string[],
    private readonly random: Random,
  ) {}

  begin(): void {
    const startedAt = performance.now();
    this.timer = setInterval(() => {
      const due = ((performance.now() - startedAt) * REQUESTS_A_SECOND) / 1_000;
      while (this.sent < due) {
        const request = this.request(this.sent++);
        this.open.add(request);
        void request.finally(() => this.open.delete(request));
      }
    }, 10);
  }

  async end(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await Promise.all(this.open);
  }

  private async request(nth: number): Promise<void> {
    // Most read; the last post, which the sockets follow, is answered about once a second.
    const postId = this.posts[nth % REQUESTS_A_SECOND === 0 ? this.posts.length - 1 : nth % 3];
    const path = `/api/v1/posts/${postId}/comments`;
    const writes = nth % 4 === 0;
    const key = `${CREATION}${nth}-drain`;
    const call: Call = writes
      ? {
          method: 'POST',
          path,
          key,
          token: this.random.pick(this.writers).token,
          body: { body: key },
        }
      : { method: 'GET', path };
    const first = this.random.integer(2);
    const words: string[] = [];
    for (const at of [first, 1 - first]) {
      const { node, forWriters } = this.arena.places[at];
      const line: Attempt = { t: 0, proc: 'traffic', op: 'create', key, postId, outcome: 'info' };
      try {
        const { status, text } = await forWriters.send(call);
        line.status = status;
        line.outcome = outcomeOf(status);
        if (writes && line.outcome === 'ok')
          line.commentId = (JSON.parse(text) as { id: string }).id;
        words.push(`${node.name}: ${status}`);
      } catch (error) {
        words.push(`${node.name}: ${(error as Error).message}`);
      }
      line.t = Math.round(performance.now());
      if (writes) this.attempts.push(line);
      if (line.outcome === 'ok') return;
      if (at === first) this.retried++;
    }
    this.failures.push(`request ${nth} ${call.method} failed: ${words.join(', then ')}`);
  }
}
