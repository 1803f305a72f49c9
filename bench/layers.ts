import { readFileSync } from 'node:fs';
import { say } from './say.js';

/** The format of Node's `--cpu-prof`. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
}

/** The first pattern that matches a function's file determines its layer. */
const LAYERS: readonly (readonly [layer: string, file: RegExp])[] = [
  ['pg: driver', /node_modules\/(pg|pg-[\w-]+)\//],
  ['typeorm', /node_modules\/typeorm\//],
  [
    'fastify',
    /node_modules\/(fastify|@fastify|find-my-way|avvio|light-my-request|fast-[\w-]+|secure-json-parse)\//,
  ],
  ['nest', /node_modules\/(@nestjs|rxjs|reflect-metadata)\//],
  ['validation', /node_modules\/(class-validator|class-transformer|validator)\//],
  [
    'Markdown',
    /node_modules\/(markdown-it|linkify-it|mdurl|uc\.micro|entities|xss|cssfilter)\/|\/text\/markdown|\/text\/html-/,
  ],
  ['tokens: jose', /node_modules\/jose\//],
  ['ids: uuidv7', /node_modules\/uuidv7\//],
  ['other packages', /node_modules\//],
  [
    'node: http and streams',
    /^node:(_http|http|internal\/http|net|stream|internal\/stream|internal\/streams|_stream|events|buffer|internal\/buffer|internal\/timers|timers)/,
  ],
  ['node: crypto', /^node:(crypto|internal\/crypto)/],
  ['node: other', /^node:/],
];
const OURS = /\/(?:build|src)\/(?:src\/)?([\w.-]+?)(?:\/|\.js)/;

/**
 * Prints the time of a CPU profile by layer: self time, so that the layers add up. `(program)` runs
 * outside JavaScript; `(idle)` is not in the shares. The profiler uses wall time: on busy cores a
 * system call that wakes another process, and is preempted for it, seems far longer than it is. Use
 * `perf` where that matters.
 */
function tell(file: string): void {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const layers = layersOf(nodes);
  const spent = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const layer = layers.get(id)!;
    spent.set(layer, (spent.get(layer) ?? 0) + timeDeltas[at]);
  }
  const idle = spent.get('(idle)') ?? 0;
  const busy = [...spent.values()].reduce((sum, time) => sum + time, 0) - idle;
  say(`| layer | ms | share |\n| --- | ---: | ---: |`);
  for (const [layer, time] of [...spent].toSorted((a, b) => b[1] - a[1])) {
    if (layer === '(idle)') continue;
    say(`| ${layer} | ${Math.round(time / 1_000)} | ${((100 * time) / busy).toFixed(1)} % |`);
  }
  say(`\nBusy ${Math.round(busy / 1_000)} ms, idle ${Math.round(idle / 1_000)} ms.`);
}

/** Engine built-ins, such as regular expressions, count for their caller. */
function layersOf(nodes: Profile['nodes']): Map<number, string> {
  const layers = new Map<number, string>();
  const caller = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((one) => [one, id])),
  );
  // A caller precedes its callees.
  for (const { id, callFrame } of nodes) {
    layers.set(id, layerOf(callFrame) ?? layers.get(caller.get(id)!) ?? 'built in');
  }
  return layers;
}

function layerOf({ functionName, url }: Profile['nodes'][number]['callFrame']): string | null {
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (/^\((program|idle|root)\)$/.test(functionName)) return functionName;
  if (/^write(v|Buffer|Utf8String|Latin1String)$/.test(functionName) && url === '')
    return 'kernel: writes to sockets';
  if (url === '') return null;
  const layer = LAYERS.find(([, pattern]) => pattern.test(url))?.[0];
  return layer ?? `ours: ${OURS.exec(url)?.[1] ?? url}`;
}

const file = process.argv[2];
if (file) tell(file);
else say('Usage: node dist-bench/bench/layers.js FILE.cpuprofile');
