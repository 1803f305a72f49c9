import fc from 'fast-check';
import type { ApiDocument } from '../../support/openapi.js';
import { kindOf } from '../findings.js';
import type { Stage } from '../stage.js';
import { Crew, type Member } from './crew.js';
import { Judge } from './judge.js';
import { isNobody, learn } from './learning.js';
import { mended } from './mending.js';
import { Nouns } from './nouns.js';
import { type Known, Plans } from './plans.js';
import type { Pool } from './pool.js';
import { type Exchange, scriptOf } from './script.js';
import { type Reply, Sender } from './sender.js';
import type { Shape } from './shape.js';
import { shapeOf, type Step, stepsOf } from './steps.js';
import type { Tally } from './tally.js';
import { wireOf } from './wire.js';

/** Sequences between two checks of the accounts. */
const SEQUENCES = 8;
const LENGTH = { minLength: 15, maxLength: 40 } as const;
/** How many attempts are made to shrink a faulty sequence. */
const SHRINKS = 60;
/** Enough to know everything that a fault depends on. */
const MOST_REMEMBERED = 1_000;

/** Sends requests one after another, with its own accounts and knowledge. */
export class Visitor {
  private readonly sender: Sender;
  private readonly crew: Crew;
  private readonly judge: Judge;
  private readonly nouns: Nouns;
  private readonly plans: Plans;
  private readonly step: fc.Arbitrary<Step>;
  private words = 0;
  private batches = 0;
  /** The creation of the crew, and the most recent requests. */
  private readonly beginnings: Exchange[] = [];
  private history: Exchange[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly api: ApiDocument,
    private readonly tally: Tally,
    /** The shared knowledge of all visitors. */
    private pool: Pool,
    everybody: Map<string, Member>,
    private readonly nth: number,
    private readonly seed: number,
  ) {
    this.sender = new Sender(stage.node.port);
    this.crew = new Crew(this.sender, `crew-${'abcdefgh'[nth]}`, everybody, (exchange) =>
      this.beginnings.push(exchange),
    );
    this.judge = new Judge(api);
    this.nouns = new Nouns(api);
    this.plans = new Plans(api, this.nouns);
    this.step = stepsOf(api, this.plans);
  }

  async open(): Promise<void> {
    await this.crew.open();
  }

  /** Sends sequences until all visitors together have sent enough. */
  async visit(): Promise<void> {
    while (!this.tally.isOver && this.stage.node.deaths.length === 0) {
      await this.crew.muster();
      await this.sendBatch(this.seed + ++this.batches * 101);
    }
  }

  close(): void {
    this.sender.close();
  }

  /** Sends a batch; a new kind of fault ends it, once its sequence is minimal. */
  private async sendBatch(seed: number): Promise<void> {
    let failing: string | null = null;
    let shrinks = 0;
    const shared = this.pool;
    let before = shared;
    let shortest: Exchange[] = [];
    let earlier: Exchange[] = [];
    const property = fc.asyncProperty(fc.array(this.step, LENGTH), async (steps) => {
      // A mutant only needs to be found, so its fault is not shrunk.
      if (failing !== null && (this.tally.wanted || ++shrinks > SHRINKS)) return;
      if (failing === null && this.tally.isOver) return;
      if (failing === null) before = shared.clone();
      else this.pool = before.clone();
      const sent: Exchange[] = [];
      for (const step of steps) {
        const kind = await this.take(step, sent, failing).catch(({ message, stack }: Error) =>
          this.note(
            `${step.operation.operationId}: it breaks the harness, ${message}`,
            stack!,
            failing,
          ),
        );
        if (kind === null) continue;
        if (failing === null) earlier = this.history.slice();
        failing = kind;
        shortest = sent;
        throw new Error(kind);
      }
    });
    const { failed, errorInstance } = await fc.check(property, { seed, numRuns: SEQUENCES });
    this.pool = shared;
    if (failed && failing === null) throw errorInstance;
    if (failing === null) return;
    const fault = this.tally.faults.get(failing)!;
    fault.script = scriptOf([...new Set([...this.beginnings, ...earlier, ...shortest])], shortest);
  }

  /** @returns the kind of a fault that is new, or that is being shrunk */
  private async take(
    step: Step,
    sent: Exchange[],
    shrinking: string | null,
  ): Promise<string | null> {
    const { pool, crew } = this;
    const shape = shapeOf(step, this.nouns, this.known());
    const wire = wireOf(shape, step.twists, crew.tokenFor(shape, pool.value('accessToken', 0)));
    const exchange: Exchange = { wire, reply: null };
    sent.push(exchange);
    this.history.push(exchange);
    if (this.history.length > 2 * MOST_REMEMBERED)
      this.history = this.history.slice(-MOST_REMEMBERED);
    const operation = this.judge.operationOf(wire);
    const name = operation?.operationId ?? step.operation.operationId;
    try {
      exchange.reply = await this.sender.send(wire);
    } catch (error) {
      return this.note(`${name}: no answer, ${(error as Error).message}`, '', shrinking);
    }
    const { reply } = exchange;
    this.tally.answered(operation?.operationId, reply.status);
    const [first] = this.judge.faultsOf(wire, reply);
    if (first !== undefined)
      return this.note(
        `${name} ${reply.status}: ${first}`,
        `${wire.method} ${wire.path.slice(0, 300)}\n${reply.text.slice(0, 600)}`,
        shrinking,
      );
    learn(this.pool, step, shape, reply);
    if (step.twists.length > 0) return null;
    if (isNobody(reply)) await crew.mend(shape);
    else this.mend(step, shape, reply);
    return null;
  }

  /** Repeats a refused request later, with other values in the refused fields. */
  private mend({ operation }: Step, shape: Shape, { status, body }: Reply): void {
    if (status !== 422) return;
    const known = { ...this.known(), about: shape.about?.thing ?? null };
    const draft = mended(this.api, this.plans, operation, {
      shape,
      problem: body,
      known,
      seed: this.words,
    });
    if (draft) this.pool.keepDraft(operation.operationId, draft);
  }

  private known(): Omit<Known, 'about'> {
    const fresh = () => `w${this.nth}x${(++this.words).toString(36)}`;
    return { pool: this.pool, fresh, origin: this.stage.hostPages.origin };
  }

  private note(kind: string, says: string, shrinking: string | null): string | null {
    const plain = kindOf(kind);
    const isNew = this.tally.found(plain, says);
    return isNew || plain === shrinking ? plain : null;
  }
}
