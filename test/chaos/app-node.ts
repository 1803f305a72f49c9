import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpuOf } from '../../bench/processes.js';
import { setTimeout as delay } from 'node:timers/promises';

/** How long a start may take under faults before it counts as hung. */
const START_PATIENCE_MS = 60_000;
const LOOKED_EACH_MS = 50;
const MOST_ERRORS = 5;

/** One service node as a child process; it restarts after every exit, as under a supervisor. */
export class AppNode {
  /** Unexpected exits of a node that had been ready; there must be none. */
  readonly deaths: string[] = [];
  /** The first errors that the node logged. */
  readonly errors: string[] = [];
  private child: ChildProcess | null = null;
  private wanted = false;
  private ready = false;
  private output = '';

  /** @param main the script to run, preceded by Node flags */
  constructor(
    readonly name: string,
    readonly port: number,
    private readonly main: readonly string[],
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  get isReady(): boolean {
    return this.ready;
  }

  /** The pid of the current process. */
  get pid(): number {
    if (this.child?.pid === undefined) throw new Error(`Node ${this.name} does not run.`);
    return this.child.pid;
  }

  /** CPU time used by the current process. */
  cpuSeconds(): number {
    return this.child?.pid === undefined ? 0 : cpuOf(this.child.pid) / 1e6;
  }

  /** The most recent output. */
  get tail(): string {
    return this.output.slice(-3_000);
  }

  /** Starts the process and waits until it is ready. */
  async start(): Promise<void> {
    this.wanted = true;
    this.spawn();
    const deadline = Date.now() + START_PATIENCE_MS;
    while (!(await this.isAnswering())) {
      if (Date.now() > deadline)
        throw new Error(`Node ${this.name} does not get ready:\n${this.tail}`);
      await delay(LOOKED_EACH_MS);
    }
    this.ready = true;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /**
   * Asks the process to stop.
   * @returns its exit code or the signal that ended it, and the milliseconds that took
   */
  async stop(): Promise<{ code: number | string; took: number }> {
    const at = performance.now();
    const code = await this.end('SIGTERM');
    return { code, took: performance.now() - at };
  }

  private async end(signal: NodeJS.Signals): Promise<number | string> {
    this.wanted = false;
    this.ready = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return 'not running';
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
    return child.exitCode ?? child.signalCode ?? 'unknown';
  }

  private spawn(): void {
    const child = spawn(process.execPath, [...this.main], {
      env: { PATH: process.env.PATH, ...this.env, PORT: String(this.port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const abandon = () => void child.kill('SIGKILL');
    process.once('exit', abandon);
    child.once('exit', () => process.off('exit', abandon));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        const text = bytes.toString();
        this.output = (this.output + text).slice(-10_000);
        for (const line of text.split('\n'))
          if (/"level":(50|60)/.test(line) && this.errors.length < MOST_ERRORS)
            this.errors.push(`${this.name} said ${line}`);
      });
    child.once('exit', (code, signal) => {
      if (!this.wanted || this.child !== child) return;
      // A node that is not ready yet may exit because its database is down; that is intended.
      if (this.ready) this.deaths.push(`${this.name} ended with ${code ?? signal}: ${this.tail}`);
      this.ready = false;
      setTimeout(() => {
        if (this.wanted && this.child === child) this.spawn();
      }, 200);
    });
  }

  private async isAnswering(): Promise<boolean> {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`, {
        signal: AbortSignal.timeout(2_000),
      });
      return answer.ok;
    } catch {
      return false;
    }
  }
}
