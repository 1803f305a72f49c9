import { connect, type Socket } from 'node:net';
import { answerQuestions } from '../child.js';
import { percentile } from '../percentiles.js';
import { KEY, type Load, type Outcome, requestText } from './load.js';
import { AnswerReader } from './answer-reader.js';

/** A load and its duration; with `perSecond` it is paced, otherwise as fast as answers arrive. */
export interface SocketLoad extends Load {
  seconds: number;
  perSecond?: number;
}

const PACE_MS = 5;

/** Sends a load over plain sockets: `node:http` as a client would cost more than some servers. */
class Sender {
  private readonly texts: [head: string, tail: string | undefined][];
  private readonly idle: Socket[] = [];
  private readonly latencies: number[] = [];
  private readonly word = `${process.pid}-${Date.now().toString(36)}-`;
  private sent = 0;
  private failed = 0;
  private over = false;

  constructor(private readonly load: SocketLoad) {
    this.texts = load.requests.map((request) => {
      const [head, tail] = requestText(load.url, request).split(KEY);
      return [head, tail];
    });
  }

  async run(): Promise<Outcome> {
    const sockets = await Promise.all(
      Array.from({ length: this.load.connections }, () => this.open()),
    );
    const startedAt = performance.now();
    if (this.load.perSecond === undefined) for (const socket of sockets) this.send(socket);
    else this.idle.push(...sockets);
    const pace = this.load.perSecond
      ? setInterval(() => this.catchUp(startedAt), PACE_MS)
      : undefined;
    await new Promise((resolve) => setTimeout(resolve, this.load.seconds * 1_000));
    this.over = true;
    clearInterval(pace);
    for (const socket of sockets) socket.destroy();
    return this.outcome((performance.now() - startedAt) / 1_000);
  }

  private async open(): Promise<Socket> {
    const { hostname, port } = new URL(this.load.url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (!this.over) this.failed += 1;
    });
    return socket;
  }

  private send(socket: Socket): void {
    const [head, tail] = this.texts[this.sent % this.texts.length];
    this.sent += 1;
    const sentAt = performance.now();
    const reader = new AnswerReader((status) => {
      socket.removeAllListeners('data');
      if (this.over) return;
      this.latencies.push(performance.now() - sentAt);
      if (status >= 400) this.failed += 1;
      if (this.load.perSecond === undefined) this.send(socket);
      else this.idle.push(socket);
    });
    socket.on('data', (bytes: Buffer) => reader.take(bytes));
    socket.write(tail === undefined ? head : head + this.word + this.sent + tail);
  }

  /** Sends the requests that are due, as far as connections are free. */
  private catchUp(startedAt: number): void {
    const due = ((performance.now() - startedAt) / 1_000) * this.load.perSecond!;
    while (this.sent < due && this.idle.length > 0) this.send(this.idle.shift()!);
  }

  private outcome(seconds: number): Outcome {
    const sorted = Float64Array.from(this.latencies).sort();
    const answers = sorted.length;
    const { failed } = this;
    if (answers === 0) return { answers, failed, perSecond: 0, p50: NaN, p99: NaN };
    const perSecond = answers / seconds;
    return { answers, failed, perSecond, p50: percentile(sorted, 50), p99: percentile(sorted, 99) };
  }
}

answerQuestions<SocketLoad>((load) => new Sender(load).run());
