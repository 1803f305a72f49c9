import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../../../bench/seed/random.js';
import type { Arena } from '../arena.js';
import { check } from '../checks/check.js';
import { type Attempt, type History, NOTHING } from '../history.js';
import type { Call } from '../http.js';
import { outcomeOf } from '../desk.js';
import { PlainWatcher } from '../plain-watcher.js';
import type { Person } from '../site.js';
import { CREATION, readTruth } from '../truth.js';
import { catchUp } from '../watching.js';
import { atLeast, exactly, told } from '../../harness/figures.js';
import { type Ground, type Outcome, scaled, timed } from './scenario.js';

const SIZES = {
  short: { stops: 3, sockets: 60, rate: 100, patienceMs: 60_000 },
  full: { stops: 50, sockets: 500, rate: 300, patienceMs: 6_000 },
};
const EXIT_MS = 10_000;
/** Limit of open requests: a machine that falls behind gets no more. */
const OPEN_AT_ONCE = 200;
/** A client without progress for this long has stalled; the checker reports what it misses. */
const STALLED_MS = 30_000;
const TOLD = 5;

/**
 * G1 in operation: nodes are stopped in turn under load. A client that asks the other node once
 * when this one does not answer is never refused.
 */
export async function drain({ site, form, seed, scale }: Ground): Promise<Outcome> {
  const stops = scaled(SIZES[form].stops, scale);
  const sockets = scaled(SIZES[form].sockets, scale);
  const { rate } = SIZES[form];
  const random = new Random(`${seed} drain`);
  const arena = await site.arena('drain');
  const traffic = new Traffic(arena, site.people.writers, site.posts, SIZES[form], random);
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
    const seconds = (performance.now() - startedAt) / 1_000 + 1;
    const sentInTime = traffic.sent;
    await traffic.end();
    await catchUp(arena, quiet, watchers, STALLED_MS);
    const truth = await readTruth(arena.cluster, arena.database);
    const seq = truth.heads.find(({ postId }) => postId === quiet[0])!.seq;
    const whole = watchers.filter((watcher) => watcher.position(quiet[0]) === seq).length;
    const history: History = {
      ...NOTHING,
      attempts: traffic.attempts,
      views: watchers.flatMap((watcher) => watcher.views()),
      ...truth,
    };
    return {
      history,
      findings: check(history),
      notes: [...traffic.failures.slice(0, TOLD), ...arena.notes],
      figures: [
        exactly('nodes stopped by SIGTERM', exits.length, stops),
        exactly('exits with 0', exits.filter(({ code }) => code === 0).length, stops),
        timed(form, 'the slowest exit', Math.max(...exits.map(({ took }) => took)), EXIT_MS),
        form === 'full'
          ? atLeast('requests a second', Math.round(sentInTime / seconds), rate * 0.95)
          : told('requests a second', Math.round(sentInTime / seconds)),
        told('requests', traffic.sent),
        told('requests that the other node was asked', traffic.retried),
        exactly('requests that failed after that', traffic.failures.length, 0),
        exactly('sockets that followed a post and have all of it', whole, sockets),
      ],
    };
  } finally {
    await traffic.end();
    for (const watcher of watchers) watcher.close();
    await arena.close();
  }
}

/** Readers and writers at a steady rate, who ask the other node once when one does not answer. */
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
    private readonly pace: { rate: number; patienceMs: number },
    private readonly random: Random,
  ) {}

  begin(): void {
    const startedAt = performance.now();
    this.timer = setInterval(() => {
      const due = ((performance.now() - startedAt) * this.pace.rate) / 1_000;
      while (this.sent < due && this.open.size < OPEN_AT_ONCE) {
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
    // Most are reads; the last post, which the sockets follow, gets a reply about once a second.
    const postId = this.posts[nth % this.pace.rate === 0 ? this.posts.length - 1 : nth % 3];
    const path = `/api/v1/posts/${postId}/comments`;
    const writes = nth % 4 === 0;
    const key = `${CREATION}${nth}-drain`;
    const { patienceMs: timeoutMs } = this.pace;
    const call: Call = writes
      ? {
          method: 'POST',
          path,
          key,
          timeoutMs,
          token: this.random.pick(this.writers).token,
          body: { body: key },
        }
      : { method: 'GET', path, timeoutMs };
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
