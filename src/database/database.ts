import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { Metrics } from '../metrics/metrics.js';
import { isRetryable, isUnanswered, translate } from './postgres-errors.js';

/** A statement as data. With a `name` the server keeps its plan for the connection. */
export interface Statement {
  name?: string;
  text: string;
  values?: readonly unknown[];
  /** The timeout of its response, if it differs from the default. */
  timeoutMs?: number;
}

/** Something that runs statements: the pool, or one transaction. */
export abstract class Queryable {
  abstract query<Row>(statement: Statement): Promise<Row[]>;

  async first<Row>(statement: Statement): Promise<Row | null> {
    return (await this.query<Row>(statement))[0] ?? null;
  }

  /** The selected columns, one value for each row. */
  async column<Value>(statement: Statement): Promise<Value[]> {
    return (await this.query<object>(statement)).map((row) => Object.values(row)[0] as Value);
  }

  /** Whether it finds a row. */
  async has(statement: Statement): Promise<boolean> {
    return (await this.query(statement)).length > 0;
  }
}

/** A transaction, passed as a value to everything that writes in it. */
export interface Tx extends Queryable {
  readonly manager: EntityManager;
}

class Transaction extends Queryable implements Tx {
  constructor(
    private readonly client: PoolClient,
    readonly manager: EntityManager,
  ) {
    super();
  }

  async query<Row>(statement: Statement): Promise<Row[]> {
    return rowsOf<Row>(this.client, statement);
  }
}

const MAX_ATTEMPTS = 3;

/**
 * The database: statements on the pool of TypeORM, and transactions. Temporary faults (a lost
 * connection, a full pool, a deadlock) are thrown as `TemporarilyUnavailable`.
 */
@Injectable()
export class Database extends Queryable implements Tx {
  constructor(
    private readonly dataSource: DataSource,
    metrics: Metrics,
  ) {
    super();
    metrics.gauge('pool_connections', 'Connections of the pool.', () => this.pool.totalCount);
    metrics.gauge('pool_idle', 'Connections that nobody uses.', () => this.pool.idleCount);
    metrics.gauge(
      'pool_waiting',
      'Callers that wait for a connection.',
      () => this.pool.waitingCount,
    );
  }

  /** For entity reads within `read`. */
  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  async query<Row>(statement: Statement): Promise<Row[]> {
    return this.persist(() => rowsOf<Row>(this.pool, statement), 1);
  }

  /** Reads outside a transaction, also entities. Faults are translated as for statements. */
  async read<T>(work: (reader: Tx) => Promise<T>): Promise<T> {
    return this.persist(() => work(this), 1);
  }

  /**
   * Runs `work` in one transaction and commits before it resolves. Deadlocks and serialisation
   * failures run it again from the start, at most three times; so `work` must do nothing but SQL.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.persist(() => this.attempt(work));
  }

  /** Runs a single statement as its own transaction, with the same retries. */
  async execute<Row>(statement: Statement): Promise<Row[]> {
    return this.persist(() => rowsOf<Row>(this.pool, statement));
  }

  private async persist<T>(work: () => Promise<T>, attempts = MAX_ATTEMPTS): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt === attempts || !isRetryable(error)) throw translate(error);
        await delay(Math.random() * 20 * attempt);
      }
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      await runner.startTransaction();
      const result = await work(new Transaction(client, runner.manager));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // The pool must not reuse such a connection, and a rollback would wait for it, too.
      if (isUnanswered(error)) void client.end();
      // A lost connection cannot roll back; the server has done so already.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** TypeORM stores the pool as `master` of its Postgres driver, without a public accessor. */
  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

async function rowsOf<Row>(on: Pool | PoolClient, statement: Statement): Promise<Row[]> {
  const { name, text, values, timeoutMs } = statement;
  // The driver supports a timeout for each query; its types do not.
  const query: object = { name, text, values, query_timeout: timeoutMs };
  return (await on.query(query as QueryConfig)).rows as Row[];
}
