import { Grounds } from '../grounds.js';
import { MOST_MEMORY_MIB } from '../measuring.js';
import { lookAtIdleness } from './idleness.js';
import { atMost, exactly } from '../../harness/figures.js';
import type { Part } from './part.js';
import { volley } from './volley.js';

const SPELLINGS = 14_000;
const LONGEST = 14_000;

/** One page with as many address spellings as fit into a request: it stays one page. */
export const spellings: Part = async (stage, scale) => {
  const { port } = stage.node;
  const grounds = new Grounds(stage, scale);
  const postId = await grounds.fresh();
  await grounds.write(postId, stage.writer(0), { body: 'One comment.' });
  const path = `/api/v1/posts/${postId}/comments?limit=1`;
  const address = (nth: number) => `${path}${'&'.repeat(LONGEST - nth)}`;
  await volley(port, 500, () => path);
  const before = await lookAtIdleness(stage);
  const wanted = Math.round(SPELLINGS * scale);
  const answered = await volley(port, wanted, address);
  const after = await lookAtIdleness(stage);
  return [
    exactly('reads', answered, wanted),
    atMost('memory, more than before', after.rss - before.rss, MOST_MEMORY_MIB, 'MiB'),
  ];
};
