import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../bench/seed/random.js';
import type { Arena } from './arena.js';
import type { Attempt, Outcome } from './history.js';
import type { Answer, Call } from './http.js';

/** A request whose outcome is unknown for longer than this counts as a fault of the service. */
const SETTLED_WITHIN_MS = 120_000;

type About = Pick<Attempt, 'op' | 'key' | 'postId' | 'commentId' | 'version'>;

/**
 * A client that repeats each request until its outcome is known, with the same key. It stays with
 * one node while that answers, and changes to the other when it does not.
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

  /** @returns the answer to a successful request, or null after a definitive refusal */
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

  /** Makes one attempt. */
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
      // No complete answer: the request may have been executed.
    }
    line.t = Math.round(performance.now());
    this.record(line);
    return { outcome: line.outcome, answer };
  }
}

/** 5xx and 429 are temporary; every other refusal is definitive. */
export function outcomeOf(status: number): Outcome {
  if (status < 300) return 'ok';
  return status >= 500 || status === 429 ? 'info' : 'fail';
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
