import type { Client } from 'pg';
import { daysKept } from '../../src/events/kept-days.js';
import { SHARES } from './writes.js';

/** The tables that grow in a month, with the days after which each levels off. */
const TABLES = {
  post_events: daysKept('events'),
  idempotency_records: daysKept('idempotency records'),
  signals: daysKept('signals'),
  sessions: 30 + daysKept('sessions'),
  queue_items: daysKept('closed queue items'),
  bulk_jobs: daysKept('bulk jobs'),
  bulk_items: daysKept('bulk jobs'),
} as const;
type Table = keyof typeof TABLES;

export interface Day {
  day: number;
  /** Seconds since the first day began. */
  endedAt: number;
  /** Rows, and MiB including indexes. */
  tables: Record<Table, { rows: number; size: number }>;
  /** Reports that still have their hash; the reports themselves stay. */
  hashes: number;
  /** MiB of this process. */
  memory: number;
}

export async function measure(client: Client, day: number, endedAt: number): Promise<Day> {
  const tables = {} as Day['tables'];
  for (const table of Object.keys(TABLES) as Table[]) {
    const { rows } = await client.query<{ rows: number; size: number }>(
      `select count(*)::integer as rows, pg_total_relation_size($1::regclass)::float8 / 1048576 as size from ${table}`,
      [table],
    );
    tables[table] = rows[0];
  }
  const { rows } = await client.query<{ hashes: number }>(
    'select count(cluster)::integer as hashes from comment_flags',
  );
  const memory = process.memoryUsage.rss() / 1_048_576;
  return { day, endedAt, tables, hashes: rows[0].hashes, memory };
}

export function toLine({ day, tables, hashes, memory }: Day): string {
  const parts = Object.entries(tables).map(
    ([table, { rows, size }]) => `${table} ${rows} (${size.toFixed(1)})`,
  );
  return `day ${day}: ${parts.join(', ')}; hashes ${hashes}; memory ${memory.toFixed(0)} MiB`;
}

const SPAN = 10;
/** Vacuum runs with a delay, so the size of a table fluctuates. */
const SLACK = 1.25;
const LEAST_MIB = 4;
/** Days by which a sweep may be late, and the seconds for a busy machine. */
const LATE_DAYS = 2;
const LATE_SECONDS = 3;

/** Describes tables with more rows than were written within their retention period. */
export function listLeft(days: readonly Day[], secondsADay: number, writes: number): string[] {
  const faults: string[] = [];
  const last = days.at(-1)!;
  const most = (kept: number, share: number) => {
    const since = last.endedAt - (kept + LATE_DAYS) * secondsADay - LATE_SECONDS;
    return SLACK * share * writes * days.filter(({ endedAt }) => endedAt > since).length;
  };
  for (const [table, kept] of Object.entries(TABLES) as [Table, number][]) {
    const { rows } = last.tables[table];
    const allowed = most(kept, SHARES[table]);
    if (rows > allowed) faults.push(`${table} has ${rows} rows, over ${Math.round(allowed)}`);
  }
  const allowed = most(daysKept('network hashes'), SHARES.comment_flags);
  if (last.hashes > allowed) faults.push(`${last.hashes} hashes, over ${Math.round(allowed)}`);
  return faults;
}

/** Describes tables that grew between their first level days and the last ones. */
export function listGrowth(days: readonly Day[]): string[] {
  const faults: string[] = [];
  const compare = (what: string, level: number, of: (day: Day) => number) => {
    const early = most(days.slice(level, level + SPAN), of);
    const late = most(days.slice(-SPAN), of);
    if (late > SLACK * early + LEAST_MIB)
      faults.push(`${what} grew from ${early.toFixed(1)} to ${late.toFixed(1)} MiB`);
  };
  for (const [table, kept] of Object.entries(TABLES) as [Table, number][])
    compare(table, kept + LATE_DAYS, ({ tables }) => tables[table].size);
  compare('memory', SPAN, ({ memory }) => memory);
  return faults;
}

function most(days: readonly Day[], of: (day: Day) => number): number {
  return Math.max(...days.map(of));
}
