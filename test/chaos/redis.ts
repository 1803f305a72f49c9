import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../support/free-port.js';

/** A Redis over which nodes wake each other, until it is stopped. */
export class Redis {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess | null,
  ) {}

  /** Whether this machine has Redis; if not, nodes never reach the address. */
  static readonly installed = spawnSync('redis-server', ['--version']).status === 0;

  static async start(): Promise<Redis> {
    const port = await freePort();
    const url = `redis://127.0.0.1:${port}`;
    if (!Redis.installed) return new Redis(url, null);
    const options = ['--port', String(port), '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
    process.once('exit', () => child.kill('SIGKILL'));
    let output = '';
    for await (const bytes of child.stdout) {
      output += String(bytes);
      if (output.includes('Ready to accept connections')) break;
    }
    return new Redis(url, child);
  }

  async stop(): Promise<void> {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exit;
  }
}
