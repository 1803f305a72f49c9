import { setTimeout as delay } from 'node:timers/promises';
import { LiveLine } from '../../harness/live-line.js';
import { MOST_MEMORY_MIB } from '../measuring.js';
import { lookAtIdleness } from './idleness.js';
import { atMost, told } from '../../harness/figures.js';
import type { Part } from './part.js';

const CONNECTIONS = 50;
const CONNECTS = 25_000;

/** Repeated joins of one namespace: a connection counts as one socket at most. */
export const connects: Part = async (stage, scale) => {
  const before = await lookAtIdleness(stage);
  const each = Math.round((CONNECTS * scale) / CONNECTIONS);
  const lines = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => LiveLine.join(stage.node.port)),
  );
  for (const line of lines) for (let nth = 1; nth < each; nth++) line.send('40/live,');
  await delay(2_000);
  const sockets = await stage.metric('colloquy_live_sockets');
  const during = await lookAtIdleness(stage);
  for (const line of lines) line.close();
  await delay(1_000);
  const left = await stage.metric('colloquy_live_sockets');
  return [
    told('CONNECTs sent', each * CONNECTIONS),
    atMost('sockets', sockets ?? Number.NaN, CONNECTIONS),
    atMost('memory, more than before', during.rss - before.rss, MOST_MEMORY_MIB, 'MiB'),
    atMost('sockets when the connections are closed', left ?? Number.NaN, 0),
  ];
};
