import { freePort } from '../support/free-port.js';
import { AppNode } from './app-node.js';
import type { Cluster } from './cluster.js';
import { FaultProxy, type Target } from './fault-proxy.js';
import { Http } from './http.js';

/** A node with the proxies around it. */
export interface Place {
  node: AppNode;
  /** The connection between the node and Postgres. */
  toDatabase: FaultProxy;
  /** The connection between writers and the node. */
  forWriters: Http;
  writersDoor: FaultProxy;
  /** The connection between watchers and the nodes: this node first, the other if it is down. */
  readersDoor: FaultProxy;
}

interface Ground {
  cluster: Cluster;
  database: string;
  main: readonly string[];
  env: Readonly<Record<string, string>>;
}

/** Two nodes of the service, with every proxy in front of and behind them. */
export class Arena {
  private constructor(
    readonly cluster: Cluster,
    readonly database: string,
    readonly places: readonly Place[],
  ) {}

  static async open({ cluster, database, main, env }: Ground): Promise<Arena> {
    const ports = [await freePort(), await freePort()];
    const addresses = ports.map((port): Target => ({ host: '127.0.0.1', port }));
    const places: Place[] = [];
    for (const [at, port] of ports.entries()) {
      const toDatabase = await Arena.doorTo(cluster);
      const writersDoor = await FaultProxy.open(() => [addresses[at]]);
      places.push({
        node: new AppNode('ab'[at], port, main, {
          ...env,
          DATABASE_URL: cluster.url(database, toDatabase.port),
        }),
        toDatabase,
        writersDoor,
        forWriters: new Http(writersDoor.port),
        readersDoor: await FaultProxy.open(() => [addresses[at], addresses[1 - at]]),
      });
    }
    const arena = new Arena(cluster, database, places);
    try {
      await Promise.all(places.map(({ node }) => node.start()));
    } catch (error) {
      await arena.close();
      throw error;
    }
    return arena;
  }

  static doorTo(cluster: Cluster): Promise<FaultProxy> {
    return FaultProxy.open(() => [cluster.target]);
  }

  /** Output that may explain a failure. */
  get notes(): string[] {
    return this.places.flatMap(({ node }) => [...node.deaths, ...node.errors]);
  }

  /** Unexpected exits of nodes. */
  get deaths(): string[] {
    return this.places.flatMap(({ node }) => node.deaths);
  }

  async close(): Promise<void> {
    for (const { node, toDatabase, writersDoor, readersDoor, forWriters } of this.places) {
      forWriters.close();
      await node.kill();
      for (const door of [toDatabase, writersDoor, readersDoor]) await door.close();
    }
  }
}
