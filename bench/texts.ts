import { renderMarkdown } from '../src/text/markdown/markdown.js';
import { hostileMarkdown } from '../test/fixtures/hostile-markdown.js';
import { say } from './say.js';

/** A comment, what is rendered at once at most, and a post. */
const LENGTHS = [10_000, 16_384, 100_000];
const SHOWN = 5;
const TRIALS = 3;

interface Cost {
  name: string;
  /** Of the processor; others at work do not count. */
  milliseconds: number;
  kilobytes: number;
}

/** What the worst texts that are known cost to render: which they are, how long it takes, how long they become. */
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
