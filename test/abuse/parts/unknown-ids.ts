import { setTimeout as delay } from 'node:timers/promises';
import { MOST_MEMORY_MIB } from '../measuring.js';
import { lookAtIdleness } from './idleness.js';
import { atMost, exactly, told } from '../../harness/figures.js';
import type { Part } from './part.js';
import { volley } from './volley.js';

const READS = 200_000;
/** Warm-up: what a node keeps after some thousand requests is not a leak. */
const WARM = 5_000;
/** Hundredths of a core: the resolution of the measurement, plus the node's rounds. */
const MOST_SHARE = 3;
const SETTLED_MS = 2_000;

const address = () => `/api/v1/posts/${crypto.randomUUID()}/comments`;

/** Guests read posts that do not exist: afterwards the node uses no more than before. */
export const unknownIds: Part = async (stage, scale) => {
  const { port } = stage.node;
  await volley(port, WARM * Math.max(scale, 0.2), address);
  await delay(SETTLED_MS);
  const before = await lookAtIdleness(stage);
  const wanted = Math.round(READS * scale);
  const startedAt = performance.now();
  const pages = Math.round(wanted / 2);
  const answered =
    (await volley(port, wanted - pages, address)) +
    (await volley(port, pages, () => address().replace('/comments', '/thread.html')));
  const seconds = (performance.now() - startedAt) / 1_000;
  await delay(SETTLED_MS);
  const after = await lookAtIdleness(stage);
  const followed = await stage.metric('colloquy_log_followed_posts');
  return [
    exactly('reads', answered, wanted),
    told('reads a second', Math.round(answered / seconds)),
    atMost('posts that are followed afterwards', followed ?? Number.NaN, 0),
    atMost('memory, more than before', after.rss - before.rss, MOST_MEMORY_MIB, 'MiB'),
    atMost('idle service, more than before', after.service - before.service, MOST_SHARE, '%'),
    atMost('idle Postgres, more than before', after.postgres - before.postgres, MOST_SHARE, '%'),
  ];
};
