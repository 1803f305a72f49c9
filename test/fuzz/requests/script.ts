import type { Reply } from './sender.js';
import type { Wire } from './wire.js';

/** A request with its answer; null when none came. */
export interface Exchange {
  wire: Wire;
  reply: Reply | null;
}

/** Ids and tokens: shorter strings may be equal by chance. */
const TELLING = /^[\w.~-]{20,}$/;
const MOST_BYTES = 100_000;

/**
 * The requests as a script for a fresh service. Values that came from an answer are taken from the
 * new answer, and the requests behind those answers come first.
 * @param last the exchanges that show the fault, at the end of `all`
 */
export function scriptOf(all: readonly Exchange[], last: readonly Exchange[]): string {
  const found = sourcesOf(all);
  const needed = new Set(last);
  const lines: string[] = [];
  const sources = new Map([...found].sort(([one], [other]) => other.length - one.length));
  for (const exchange of all.toReversed()) {
    if (!needed.has(exchange)) continue;
    const at = all.indexOf(exchange);
    const known = [...sources].filter(
      ([value, source]) => source.at < at && isIn(exchange.wire, value),
    );
    for (const [, source] of known) needed.add(all[source.at]);
    const told = exchange.reply ? exchange.reply.status : 'no answer';
    lines.unshift(`a${at}=$(${curlOf(exchange.wire, known)}) # ${told}`);
  }
  return [...HEAD, ...lines].join('\n');
}

interface Source {
  at: number;
  path: string;
}

const HEAD = [
  '#!/usr/bin/env bash',
  'api=${1:-http://127.0.0.1:3000}',
  `of() { node -p 'process.argv[2].split(".").reduce((value, name) => value[name], JSON.parse(process.argv[1]))' "$1" "$2"; }`,
];

/** The first answer that contains each string, and its position there. */
function sourcesOf(all: readonly Exchange[]): Map<string, Source> {
  const found = new Map<string, Source>();
  const sent = new Set<string>();
  for (const [at, { wire, reply }] of all.entries()) {
    for (const word of bodyText(wire).split('"')) sent.add(word);
    for (const [path, value] of stringsOf(reply?.body))
      if (TELLING.test(value) && !sent.has(value) && !found.has(value))
        found.set(value, { at, path });
  }
  return found;
}

function* stringsOf(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, held] of Object.entries(value))
    yield* stringsOf(held, path ? `${path}.${name}` : name);
}

function bodyText({ body }: Wire): string {
  return body && body.length < MOST_BYTES ? body.toString('latin1') : '';
}

function isIn(wire: Wire, value: string): boolean {
  return (
    wire.path.includes(value) ||
    bodyText(wire).includes(value) ||
    Object.values(wire.headers).some((held) => held.includes(value))
  );
}

function curlOf(
  { method, path, headers, body }: Wire,
  known: readonly (readonly [string, Source])[],
): string {
  const text = (value: string) => {
    let quoted = quote(value);
    for (const [found, { at, path: place }] of known)
      // A plain replacement string would interpret `$'`.
      quoted = quoted.replaceAll(found, () => `'"$(of "$a${at}" ${place})"$'`);
    return quoted;
  };
  const parts = ['curl -sS -g --path-as-is', method === 'HEAD' ? '-I' : `-X ${method}`];
  for (const [name, value] of Object.entries(headers))
    if (name !== 'content-length') parts.push(`-H ${text(`${name}: ${value}`)}`);
  if (body)
    parts.push(
      `--data-binary ${body.length < MOST_BYTES ? text(body.toString('latin1')) : `@<(head -c ${body.length} /dev/zero)`}`,
    );
  return `${parts.join(' ')} "$api"${text(path)}`;
}

/** Quotes bytes as `$'...'`, one character per byte. */
function quote(latin1: string): string {
  const inside = latin1.replaceAll(
    /[^\x20-\x26\x28-\x5b\x5d-\x7e]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `$'${inside}'`;
}
