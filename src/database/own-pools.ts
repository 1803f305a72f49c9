import type { Pool } from 'pg';
import { type Connection, openPool } from './connection.js';

/** Pools for work that must neither wait for the pool of the requests nor use its connections. */
export class OwnPools {
  constructor(private readonly connection: Connection) {}

  /** The caller that opens a pool must end it. */
  open(purpose: string, max: number): Pool {
    return openPool(this.connection, purpose, max);
  }
}
