import { openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { isMainThread } from 'node:worker_threads';
import { collectGarbage } from '../chaos/fanout/garbage.js';

/** Measurements inside the service since the last call. */
export interface Taken {
  /** The main thread's longest turn of the event loop: its CPU time, and its duration. */
  blockCpu: number;
  blockWall: number;
  /** All CPU time of the main thread. */
  cpu: number;
  /** MiB: resident before, at the peak, and after a collection; and the heap and buffers then. */
  rss: { before: number; peak: number; after: number };
  kept: number;
}

export type ProbeCall = 'begin' | 'end' | 'profile';

const MEBIBYTE = 2 ** 20;
const TICK_MS = 1;

/**
 * Loaded into the service before its own code, so that `src/` needs no code for it. Other load on
 * the machine lengthens a turn but not its CPU time, so blocks are judged by CPU time.
 */
class Probe {
  private readonly clock = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  private readonly bytes = Buffer.alloc(64);
  private timer: NodeJS.Timeout | null = null;
  private session: Session | null = null;
  private last = { cpu: 0, wall: 0 };
  private first = { cpu: 0, rss: 0, kept: 0 };
  private block = { cpu: 0, wall: 0 };

  begin(): void {
    collectGarbage();
    // Resets the kernel's record of peak memory.
    writeFileSync('/proc/self/clear_refs', '5');
    this.first = { cpu: this.cpu(), rss: memory('VmRSS'), kept: held() };
    this.last = { cpu: this.first.cpu, wall: performance.now() };
    this.block = { cpu: 0, wall: 0 };
    this.timer ??= setInterval(() => this.tick(), TICK_MS);
  }

  end(): Taken {
    this.tick();
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    const cpu = this.cpu() - this.first.cpu;
    const peak = memory('VmHWM');
    collectGarbage();
    return {
      blockCpu: this.block.cpu,
      blockWall: this.block.wall,
      cpu,
      rss: { before: this.first.rss, peak, after: memory('VmRSS') },
      kept: held() - this.first.kept,
    };
  }

  /** The first call starts a CPU profile; the second ends and returns it. */
  profile(): Promise<object | null> {
    if (this.session) return endProfile(this.session).finally(() => (this.session = null));
    this.session = new Session();
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.start');
    return Promise.resolve(null);
  }

  /** Timers run once per turn of the event loop, so two ticks delimit one turn. */
  private tick(): void {
    const now = { cpu: this.cpu(), wall: performance.now() };
    this.block.cpu = Math.max(this.block.cpu, now.cpu - this.last.cpu);
    this.block.wall = Math.max(this.block.wall, now.wall - this.last.wall - TICK_MS);
    this.last = now;
  }

  /** CPU milliseconds of the main thread. */
  private cpu(): number {
    // This call makes the kernel update the CPU time of a running thread.
    process.cpuUsage();
    readSync(this.clock, this.bytes, 0, this.bytes.length, 0);
    return Number.parseInt(this.bytes.toString('latin1'), 10) / 1e6;
  }
}

function endProfile(session: Session): Promise<object> {
  return new Promise((resolve, reject) =>
    session.post('Profiler.stop', (error, { profile }) => {
      session.disconnect();
      if (error) reject(error);
      else resolve(profile);
    }),
  );
}

function memory(name: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)![1]) / 1_024;
}

function held(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEBIBYTE;
}

function listen(place: string): void {
  // A killed service leaves its socket file behind.
  rmSync(place, { force: true });
  const probe = new Probe();
  createServer((socket) => {
    socket.unref().on('error', () => undefined);
    createInterface({ input: socket }).on('line', (call) => {
      void answer(probe, call as ProbeCall).then((found) =>
        socket.write(`${JSON.stringify(found)}\n`),
      );
    });
  })
    .listen(place)
    .unref();
}

async function answer(probe: Probe, call: ProbeCall): Promise<object | null> {
  if (call === 'profile') return probe.profile();
  if (call === 'end') return probe.end();
  probe.begin();
  return null;
}

// Worker threads load this module too, since they inherit the process's flags.
if (isMainThread) listen(new URL(import.meta.url).searchParams.get('at')!);
