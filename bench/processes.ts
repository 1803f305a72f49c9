import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The unit of Linux's process times, whatever the kernel's own tick is. */
const TICK_MICROSECONDS = 10_000;

/** Field positions in `/proc/<pid>/stat` after the name, which may contain anything. */
const PARENT = 1;
const USER_TICKS = 11;
const CHILDREN_TICKS = 13;

/** Whether this system reports the resources of processes. */
export const MEASURES_PROCESSES = existsSync('/proc/self/stat');

/** Microseconds of CPU of a process so far, over all threads. */
export function cpuOf(pid: number): number {
  const stat = statOf(pid);
  return stat ? (stat[USER_TICKS] + stat[USER_TICKS + 1]) * TICK_MICROSECONDS : 0;
}

/** The same for a Postgres server: the postmaster, its children, and ended ones. */
export function cpuOfServer(postmaster: number): number {
  const own = statOf(postmaster);
  if (!own) return 0;
  const ended = (own[CHILDREN_TICKS] + own[CHILDREN_TICKS + 1]) * TICK_MICROSECONDS;
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(Number(name))?.[PARENT] === postmaster)
    .map((name) => cpuOf(Number(name)));
  return running.reduce((sum, used) => sum + used, cpuOf(postmaster) + ended);
}

/** The pid of a running cluster's postmaster. */
export function postmasterOf(cluster: string): number {
  return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
}

/** Resident memory of a process in MiB: now, and at its peak. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)![1]) / 1_024;
  return { now: mebibytes('VmRSS'), most: mebibytes('VmHWM') };
}

/** The fields after the name; null when the process no longer exists. */
function statOf(pid: number): number[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return null;
  }
}
