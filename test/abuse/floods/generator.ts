import { execFileSync } from 'node:child_process';
import { type Child, startChild } from '../../../bench/child.js';
import type { Sent, Volume } from './volume.js';

/** The core reserved for the generator, as far as the machine allows it. */
const CORE = 0;

/** The process that floods the service, on one core. */
export class FloodGenerator {
  private constructor(private readonly child: Child) {}

  static start(): FloodGenerator {
    const child = startChild(new URL('./flooder.js', import.meta.url));
    execFileSync(
      'taskset',
      ['--all-tasks', '--cpu-list', '--pid', String(CORE), String(child.pid)],
      {
        stdio: 'ignore',
      },
    );
    return new FloodGenerator(child);
  }

  run(volume: Volume): Promise<Sent> {
    return this.child.ask<Sent>(volume);
  }

  end(): Promise<void> {
    return this.child.end();
  }
}
