import fc from 'fast-check';
import { connect } from 'node:net';
import { LiveLine } from '../../harness/live-line.js';
import type { ApiDocument } from '../../support/openapi.js';
import { INSIDES } from '../../support/problems.js';
import { kindOf } from '../findings.js';
import type { Stage } from '../stage.js';
import { type Frame, framesOf } from './frames.js';
import { HANDSHAKES } from './handshakes.js';
import type { FrameTally } from './tally.js';

/** The state of a connection before the hostile frames: upgraded, opened, or joined. */
const DOORS = ['upgraded', 'opened', 'guest', 'signed in'] as const;

/** A kind of fault, and the message that proves it. */
type Shown = readonly [kind: string, message: string];

interface Call {
  door: (typeof DOORS)[number];
  frames: Frame[];
  /** A handshake beforehand that fails. */
  handshake: string | null;
}

const PATIENCE_MS = 30_000;
const CALLS = 8;
/** Limits on the attempts and the time for shrinking a faulty call. */
const SHRINKS = 40;
const SHRINKS_MS = 60_000;
/** How many messages of a call are checked. */
const MOST_KEPT = 200;
/** The messages that the service may send. */
const SAID = [
  'events',
  'heartbeat',
  'reconnect',
  'problem',
  'scores',
  'queue',
  'notification',
  'presence',
];

/** Opens connections one after another, and sends frames over them. */
export class Caller {
  private readonly call: fc.Arbitrary<Call>;
  private batches = 0;

  constructor(
    private readonly stage: Stage,
    private readonly api: ApiDocument,
    private readonly tally: FrameTally,
    posts: readonly string[],
    private readonly seed: number,
  ) {
    const named = { posts, token: stage.root.token };
    const { messages, strange } = framesOf(named);
    this.call = fc.record({
      door: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom<Call['door']>('guest', 'signed in') },
        fc.constantFrom(...DOORS),
      ),
      frames: fc
        .tuple(
          fc.array(messages, { maxLength: 25 }),
          fc.array(strange, { minLength: 1, maxLength: 3 }),
        )
        .map((all) => all.flat()),
      handshake: fc.option(HANDSHAKES, { freq: 2 }),
    });
  }

  async send(): Promise<void> {
    while (!this.tally.isOver && this.stage.node.deaths.length === 0) {
      let failing: string | null = null;
      let shrinks = 0;
      let shrinksUntil = 0;
      let shortest: string[] = [];
      const property = fc.asyncProperty(this.call, async (call) => {
        const isShrunk = ++shrinks > SHRINKS || performance.now() > shrinksUntil;
        if (failing === null ? this.tally.isOver : isShrunk) return;
        const kind = await this.attempt(call, failing);
        if (kind === null) return;
        if (failing === null) {
          shrinks = 0;
          shrinksUntil = performance.now() + SHRINKS_MS;
        }
        failing = kind;
        shortest = tell(call);
        throw new Error(kind);
      });
      const seed = this.seed + ++this.batches * 101;
      const { failed, errorInstance } = await fc.check(property, { seed, numRuns: CALLS });
      if (failed && failing === null) throw errorInstance;
      if (failing !== null) this.tally.faults.get(failing)!.script = shortest.join('\n');
    }
  }

  /** @returns the kind of a fault that is new, or that is being shrunk */
  private async attempt(call: Call, shrinking: string | null): Promise<string | null> {
    const shown = await this.faultsOf(call).catch(({ message, stack }: Error): Shown[] => [
      [`it breaks the harness, ${message}`, stack!],
    ]);
    for (const [fault, message] of shown) {
      const kind = kindOf(fault);
      const isNew = this.tally.found(kind, message.slice(0, 800));
      if (isNew || kind === shrinking) return kind;
    }
    return null;
  }

  private async faultsOf({ door, frames, handshake }: Call): Promise<Shown[]> {
    const { port } = this.stage.node;
    if (handshake !== null) {
      const [status, text] = await shake(port, handshake);
      this.tally.answered(1);
      if (status === 0 || status >= 500 || (status >= 400 && INSIDES.test(text)))
        return [[`a handshake is answered ${status || 'nothing'}`, text]];
    }
    const came: string[] = [];
    const line = new LiveLine(port, (message) => {
      if (came.length < MOST_KEPT) came.push(message.toString());
    });
    try {
      if (door !== 'upgraded' && (await line.until('0{', PATIENCE_MS)) !== 'came')
        return [['a connection does not open', door]];
      const isJoined = door === 'guest' || door === 'signed in';
      if (isJoined) {
        line.send(
          door === 'guest'
            ? '40/live,'
            : `40/live,${JSON.stringify({ token: this.stage.root.token })}`,
        );
        if ((await line.until('40/live,', PATIENCE_MS)) !== 'came')
          return [['a connection does not join', door]];
      }
      for (const { bytes } of frames) line.write(bytes);
      this.tally.answered(frames.length);
      // A connection answers or ends, unless it waits for the rest of a packet, or has left.
      line.send('42/live,777["unsubscribe",{"postId":"none"}]');
      const waits = !isJoined || frames.some(({ isOpen, told }) => isOpen || /^4[156]/.test(told));
      const told = await line.until('43/live,777[', waits ? 50 : PATIENCE_MS);
      if (told === 'timeout' && !waits) return [['a connection answers no more', door]];
      if (isJoined && told === 'came') this.tally.talked += 1;
      if (line.closed) this.tally.closed += 1;
      return came.flatMap((message) => this.messageFaults(message));
    } finally {
      line.close();
    }
  }

  /** The faults of a message from the service. */
  private messageFaults(message: string): Shown[] {
    return this.kindsOf(message).map((kind) => [kind, message]);
  }

  private kindsOf(message: string): string[] {
    if (/^4[234]/.test(message) && INSIDES.test(withoutEvents(message)))
      return ['a message shows our insides'];
    // A call number that is too large comes back as `1e+30`.
    const [, type, json] = /^4([234])\/live,[\d.e+]*(.*)$/s.exec(message) ?? [];
    if (json === undefined || json === '') return [];
    const data = parsed(json);
    if (data === undefined) return ['a message is no JSON'];
    if (type === '4') return this.problemFaults((data as { data?: unknown }).data);
    const [first, second] = data as [unknown, unknown];
    if (type === '2') {
      if (!SAID.includes(String(first))) return [`an unknown message ${String(first)}`];
      return first === 'problem' ? this.problemFaults(second) : [];
    }
    const { ok, problem, ...rest } = (first ?? {}) as { ok?: boolean; problem?: unknown };
    if (ok === false) return this.problemFaults(problem);
    if (ok !== true) return ['an answer without ok'];
    return 'events' in rest
      ? this.api.schemaFaultsOf('EventsView', rest).map((fault) => `an answer of events: ${fault}`)
      : [];
  }

  private problemFaults(problem: unknown): string[] {
    if (typeof problem !== 'object' || problem === null) return ['a refusal without its problem'];
    const { status, type } = problem as { status?: unknown; type?: unknown };
    if (!(Number(status) < 500)) return [`a message is answered ${String(status)} ${String(type)}`];
    return this.api.schemaFaultsOf('ProblemView', problem).map((fault) => `a problem: ${fault}`);
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** Events hold user texts, which may contain anything. */
function withoutEvents(message: string): string {
  return /^4[23]\/live,\d*\[("events"|\{"ok":true)/.test(message) ? '' : message;
}

function tell({ door, frames, handshake }: Call): string[] {
  return [
    ...(handshake === null ? [] : [`handshake ${JSON.stringify(handshake)}`]),
    `as ${door}:`,
    ...frames.map(
      ({ told, bytes }) =>
        `${JSON.stringify(told)} ${bytes.length < 300 ? bytes.toString('base64') : `${bytes.length} bytes`}`,
    ),
  ];
}

/** @returns the status of the answer and the bytes after it; 0 without an answer */
function shake(port: number, request: string): Promise<[status: number, text: string]> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      // This handshake succeeded, so the service does not close the connection.
      if (text.startsWith('HTTP/1.1 101')) socket.destroy();
    });
    socket.on('close', () => resolve([Number(text.split(' ')[1] ?? 0), text]));
    socket.write(Buffer.from(request, 'latin1'));
  });
}
