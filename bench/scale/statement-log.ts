import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { embeddedServerHome } from '../../src/database/embedded-server-home.js';
import { untilFound } from '../../test/support/until.js';
import type { Site } from '../site.js';
import { unlogged } from './load.js';

/** A statement from the server's log. */
export interface Seen {
  /** The measurement during which it ran. */
  during: string;
  /** The name of a prepared statement, otherwise its beginning. */
  what: string;
  /** Parse, bind and execute together. */
  ms: number;
  /** The time per step: `parse 1, bind 20, execute 3`. */
  steps: string[];
  /** The plans of a slow statement, and of slow ones inside its functions. */
  plans: string[];
  values: string;
}

/** Statements from this duration on are recorded with their plan. */
export const SLOW_MS = 20;

const [DIRECTORY, FILE] = ['statements', 'log'];
const MARK = 'bench is at: ';
const LOOKED_EACH_MS = 20;

/** Server settings that allow logging of statements and plans. */
export const LOGGING: Readonly<Record<string, string>> = {
  shared_preload_libraries: 'auto_explain',
  logging_collector: 'on',
  log_destination: 'jsonlog',
  log_directory: DIRECTORY,
  log_filename: FILE,
  log_rotation_age: '0',
  log_rotation_size: '0',
};

/** Session settings after `open`: every statement is logged, and plans of slow ones. */
const LOGGED: Readonly<Record<string, string>> = {
  log_min_duration_statement: '0',
  'auto_explain.log_min_duration': `${SLOW_MS}ms`,
  'auto_explain.log_analyze': 'on',
  // Timing every row would slow down the statement.
  'auto_explain.log_timing': 'off',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_nested_statements': 'on',
};

interface Line {
  pid: number;
  message: string;
  detail?: string;
}

/** Reads the server's log, which has the statements of every session: nodes, rounds and starts. */
export class StatementLog {
  private constructor(
    private readonly file: string,
    private readonly client: Client,
  ) {}

  static async open(site: Site): Promise<StatementLog> {
    const { cluster } = embeddedServerHome(site.dataDir);
    const client = await unlogged(site);
    for (const [name, value] of Object.entries(LOGGED))
      await client.query(`alter database ${site.connection.database} set ${name} = '${value}'`);
    return new StatementLog(join(cluster, DIRECTORY, `${FILE}.json`), client);
  }

  /** Assigns the following statements to a measurement. */
  async mark(during: string): Promise<void> {
    await this.client.query(`do $$ begin raise log '${MARK}%', $name$${during}$name$; end $$`);
  }

  /** All statements since the first mark, in order of completion. */
  async read(): Promise<Seen[]> {
    const end = `end ${performance.now()}`;
    await this.mark(end);
    const read = async () => {
      const text = readFileSync(this.file, 'utf8');
      return text.includes(MARK + end) ? text : null;
    };
    return parse(await untilFound('the last mark in the log', read, LOOKED_EACH_MS));
  }

  async close(): Promise<void> {
    const { database } = this.client;
    await this.client.query(`alter database ${database} reset all`);
    await this.client.end();
  }
}

const STEP = /^duration: ([\d.]+) ms {2}(parse|bind|execute|statement)(?: ([^\s:]+))?: (.*)/s;
const PLAN = /^duration: [\d.]+ ms {2}plan:\n(.*)/s;

function parse(text: string): Seen[] {
  const seen: Seen[] = [];
  /** Per session: the data of its unfinished statement. */
  const open = new Map<number, Pick<Seen, 'ms' | 'steps' | 'plans'>>();
  const last = new Map<number, Seen>();
  let during: string | null = null;
  for (const row of text.split('\n')) {
    if (row === '') continue;
    const { pid, message, detail = '' } = JSON.parse(row) as Line;
    if (message.startsWith(MARK)) during = message.slice(MARK.length);
    if (during === null) continue;
    const own = open.get(pid) ?? { ms: 0, steps: [], plans: [] };
    open.set(pid, own);
    const plan = PLAN.exec(message)?.[1];
    // A portal's plan is logged when it closes, after its rows; nested plans come before.
    if (plan) (own.steps.length > 0 ? own : (last.get(pid) ?? own)).plans.push(plan);
    const [, ms, step, name, body] = STEP.exec(message) ?? [];
    if (ms === undefined) continue;
    own.ms += Number(ms);
    own.steps.push(`${step} ${Math.round(Number(ms))}`);
    if (step === 'parse' || step === 'bind') continue;
    const what = name && name !== '<unnamed>' ? name : body.replace(/\s+/g, ' ').slice(0, 80);
    const ended = { during, what, ...own, values: detail };
    seen.push(ended);
    last.set(pid, ended);
    open.delete(pid);
  }
  return seen;
}
