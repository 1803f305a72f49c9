import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Generator, type Load, type Outcome, requestText } from './load.js';

const run = promisify(execFile);
const SCRIPT = resolve('bench/load/wrk.lua');

interface Summary {
  answers: number;
  failed: number;
  microseconds: number;
  p50: number;
  p99: number;
}

/** wrk (https://github.com/wg/wrk) with one thread, or null if it is not installed. */
export function findWrk(): Generator | null {
  try {
    execFileSync('wrk', ['-v'], { stdio: 'ignore' });
  } catch (error) {
    // With this option wrk prints its version and exits with 1.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  }
  return { name: 'wrk', run: runWrk };
}

async function runWrk(load: Load, seconds: number): Promise<Outcome> {
  const place = mkdtempSync(join(tmpdir(), 'colloquy-wrk-'));
  try {
    const file = join(place, 'requests');
    writeFileSync(file, load.requests.map((request) => framed(load.url, request)).join(''));
    const { stdout } = await run('wrk', [
      '--threads=1',
      `--connections=${load.connections}`,
      `--duration=${seconds}s`,
      '--timeout=10s',
      `--script=${SCRIPT}`,
      load.url,
      '--',
      file,
      randomUUID(),
    ]);
    return outcomeOf(JSON.parse(stdout.trim().split('\n').at(-1)!) as Summary);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function framed(url: string, request: Load['requests'][number]): string {
  const text = requestText(url, request);
  return `${Buffer.byteLength(text)}\n${text}`;
}

function outcomeOf({ answers, failed, microseconds, p50, p99 }: Summary): Outcome {
  const perSecond = answers / (microseconds / 1e6);
  return { answers, failed, perSecond, p50: p50 / 1_000, p99: p99 / 1_000 };
}
