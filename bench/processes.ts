import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts the time of a process in these, whatever the kernel's own tick is. */
const TICK_MICROSECONDS = 10_000;

/** Where the numbers of `/proc/<pid>/stat` stand behind the name, which may hold anything. */
const PARENT = 1;
const USER_TICKS = 11;
const CHILDREN_TICKS = 13;

/** Whether this system says what its processes use. */
export const MEASURES_PROCESSES = existsSync('/proc/self/stat');

/** Microseconds of CPU that a process has used so far, all its threads together. */
export function cpuOf(pid: number): number {
  const stat = statOf(pid);
  return stat ? (stat[USER_TICKS] + stat[USER_TICKS + 1]) * TICK_MICROSECONDS : 0;
}

/** The same of a Postgres server: the postmaster, its children, and those that have ended. */
export function cpuOfServer(postmaster: number): number {
  const own = statOf(postmaster);
  if (!own) return 0;
  const ended = (own[CHILDREN_TICKS] + own[CHILDREN_TICKS + 1]) * TICK_MICROSECONDS;
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(Number(name))?.[PARENT] === postmaster)
    .map((name) => cpuOf(Number(name)));
  return running.reduce((sum, used) => sum + used, cpuOf(postmaster) + ended);
}

/** The postmaster of a cluster that runs. */
export function postmasterOf(cluster: string): number {
  return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
}

/** Resident memory of a process in MiB: now, and at its most. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)![1]) / 1_024;
  return { now: mebibytes('VmRSS'), most: mebibytes('VmHWM') };
}

/** The numbers behind the name; null when there is no such process any more. */
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
