import { renderMarkdown } from '../src/text/markdown/markdown.js';
import { hostileMarkdown } from '../test/fixtures/hostile-markdown.js';
import { say } from './say.js';

/** The limits of a comment, of one rendering, and of a post. */
const LENGTHS = [10_000, 16_384, 100_000];
const SHOWN = 5;
const TRIALS = 3;

interface Cost {
  name: string;
  /** CPU time; other load does not count. */
  milliseconds: number;
  kilobytes: number;
}

/** The cost of the worst known texts: their name, rendering time, and output length. */
function search(length: number): Cost[] {
  return Array.from(hostileMarkdown(length), ({ name, source }) => {
    let [milliseconds, html] = [Number.POSITIVE_INFINITY, ''];
    for (let trial = 0; trial < TRIALS; trial++) {
      const before = process.cpuUsage();
      html = renderMarkdown(source);
      const { user, system } = process.cpuUsage(before);
      milliseconds = Math.min(milliseconds, (user + system) / 1_000);
    }
    return { name, milliseconds, kilobytes: Buffer.byteLength(html) / 1_024 };
  });
}

for (const length of LENGTHS) {
  const costs = search(length);
  for (const by of ['milliseconds', 'kilobytes'] as const) {
    say(`${length} characters, the most ${by}:`);
    const worst = costs.toSorted((one, other) => other[by] - one[by]).slice(0, SHOWN);
    for (const { name, milliseconds, kilobytes } of worst)
      say(`  ${milliseconds.toFixed(1)} ms  ${kilobytes.toFixed(0)} kB  ${name}`);
  }
}
