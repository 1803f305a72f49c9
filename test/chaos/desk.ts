import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../bench/seed/random.js';
import type { Arena } from './arena.js';
import type { Attempt, Outcome } from './history.js';
import type { Answer, Call } from './http.js';

/** A request whose outcome is still unknown after this long is a fault of the service. */
const SETTLED_WITHIN_MS = 120_000;

type About = Pick<Attempt, 'op' | 'key' | 'postId' | 'commentId' | 'version'>;

/**
 * Somebody who sends requests and sees to it that each is answered: to one node as long as that
 * answers, to the other when it does not, with the same key until the outcome is known.
 */
export class Desk {
  private at: number;

  constructor(
    readonly proc: string,
    private readonly arena: Arena,
    private readonly random: Random,
    private readonly record: (attempt: Attempt) => void,
  ) {
    this.at = random.integer(arena.places.length);
  }

  /** @returns the answer of a request that was done, null of one that was refused for good */
  async settle(about: About, call: Omit<Call, 'key'>): Promise<Answer | null> {
    const deadline = performance.now() + SETTLED_WITHIN_MS;
    for (;;) {
      const { outcome, answer } = await this.send(about, call);
      if (outcome === 'ok') return answer;
      if (outcome === 'fail') return null;
      if (performance.now() > deadline)
        throw new Error(`The outcome of ${about.op} ${about.key} is unknown after two minutes.`);
      this.at = 1 - this.at;
      await delay(50 + this.random.integer(150));
    }
  }

  /** Sends once. */
  async send(
    about: About,
    call: Omit<Call, 'key'>,
  ): Promise<{ outcome: Outcome; answer: Answer | null }> {
    const line: Attempt = { t: 0, proc: this.proc, ...about, outcome: 'info' };
    let answer: Answer | null = null;
    try {
      answer = await this.arena.places[this.at].forWriters.send({ ...call, key: about.key });
      line.status = answer.status;
      line.outcome = outcomeOf(answer.status);
      if (line.outcome === 'ok') {
        line.answer = digestOf(answer.text);
        if (about.op === 'create') line.commentId = (JSON.parse(answer.text) as { id: string }).id;
      }
    } catch {
      // No whole answer: it may have been done.
    }
    line.t = Math.round(performance.now());
    this.record(line);
    return { outcome: line.outcome, answer };
  }
}

/** 5xx and 429 say nothing that lasts; every other refusal is an answer. */
export function outcomeOf(status: number): Outcome {
  if (status < 300) return 'ok';
  return status >= 500 || status === 429 ? 'info' : 'fail';
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
