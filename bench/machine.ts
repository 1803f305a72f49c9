import { statfsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { sessionClient } from './session-client.js';
import type { Site } from './site.js';

/** The `statfs` type of a file system in memory, on which `fsync` costs nothing. */
const TMPFS = 0x01021994;

/** Describes the machine in lines. Only ratios are comparable between machines. */
export async function describeMachine(site: Site, generator: string): Promise<string[]> {
  const client = await sessionClient(site.connection);
  const setting = async (name: string) => (await client.query(`show ${name}`)).rows[0][name];
  const postgres = await setting('server_version');
  const fsync = await setting('fsync');
  const commit = await setting('synchronous_commit');
  await client.end();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const inMemory = statfsSync(site.dataDir).type === TMPFS;
  return [
    `${cpus().length} × ${cpus()[0].model.trim()}, ${gibibytes} GiB`,
    `Node ${process.version}, Postgres ${postgres}, fsync ${fsync}, synchronous_commit ${commit}${
      inMemory ? ', on a file system in memory: what is written is not durable' : ''
    }`,
    `load from ${generator}`,
  ];
}
