import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port.js';
import { until } from './until.js';

/** For tests that need a real Redis: they are skipped if it is not installed. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis for one test file, without persistence. */
export class Redis {
  private process: ChildProcess | null = null;

  private constructor(readonly port: number) {}

  static async start(): Promise<Redis> {
    const redis = new Redis(await freePort());
    await redis.start();
    return redis;
  }

  /** For `REDIS_URL`. */
  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it again, at the same address. */
  async start(): Promise<void> {
    const options = ['--port', String(this.port), '--save', '', '--appendonly', 'no'];
    const started = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
    this.process = started;
    let output = '';
    started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await until('Redis', async () => output.includes('Ready to accept connections'));
  }

  /** It keeps its connections but answers nothing, until it continues. */
  stop(): void {
    this.process!.kill('SIGSTOP');
  }

  goOn(): void {
    this.process!.kill('SIGCONT');
  }

  /** Kills it, as after a power failure. */
  async kill(): Promise<void> {
    const running = this.process;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const exit = once(running, 'exit');
    running.kill('SIGKILL');
    await exit;
  }
}
