import type { Client } from 'pg';
import { answerQuestions } from '../child.js';
import type { Connection } from '../../src/database/connection.js';
import type { Outcome } from '../load/load.js';
import { percentile } from '../percentiles.js';
import { sessionClient } from '../session-client.js';
import { commentInserts, type InsertSource } from './comment-inserts.js';
import type { RawStatement } from './raw-statement.js';
import { type VoteSource, voteWrites } from './vote-writes.js';

/** Work for the bare driver: a number of clients, each with one statement after another. */
export interface RawWork {
  connection: Connection;
  clients: number;
  seconds: number;
  work:
    | { kind: 'statement'; statement: RawStatement }
    | { kind: 'inserts'; source: InsertSource }
    | { kind: 'votes'; source: VoteSource };
}

/** Kept between rounds, like a pool. */
const clients: Client[] = [];

answerQuestions<RawWork>(async ({ connection, clients: wanted, seconds, work }) => {
  while (clients.length < wanted) clients.push(await sessionClient(connection));
  const next =
    work.kind === 'inserts'
      ? commentInserts(work.source)
      : work.kind === 'votes'
        ? voteWrites(work.source)
        : () => work.statement;
  return drive(clients.slice(0, wanted), next, seconds);
});

async function drive(
  drivers: readonly Client[],
  next: () => RawStatement,
  seconds: number,
): Promise<Outcome> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  await Promise.all(
    drivers.map(async (client) => {
      for (let now = performance.now(); now < until;) {
        await client.query(next());
        const then = performance.now();
        latencies.push(then - now);
        now = then;
      }
    }),
  );
  const took = (performance.now() - startedAt) / 1_000;
  const sorted = Float64Array.from(latencies).sort();
  return {
    answers: sorted.length,
    failed: 0,
    perSecond: sorted.length / took,
    p50: percentile(sorted, 50),
    p99: percentile(sorted, 99),
  };
}
