import type { Server } from 'node:http';
import { promisify } from 'node:util';
import type { TestApp } from './test-app.js';

/** The number of open connections of a node. */
export function countConnections({ app }: TestApp): Promise<number> {
  const server = app.getHttpServer() as Server;
  return promisify<number>((done) => server.getConnections(done as never))();
}
