import fc from 'fast-check';
import { anyCharacter } from '../../support/any-character.js';
import { HOSTILE_STRINGS } from '../../support/hostile-strings.js';

/** Raw JSON text that no JavaScript value serialises to. */
export class JsonText {
  constructor(readonly text: string) {}
}

export const HOSTILE_TEXT: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE_STRINGS) },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);

const SCALARS = fc.constantFrom<unknown>(
  ...[
    [
      null,
      true,
      false,
      0,
      -0,
      -1,
      1,
      1.5,
      1e21,
      1e308,
      5e-324,
      2 ** 31 - 1,
      2 ** 31,
      -(2 ** 31) - 1,
    ],
    [2 ** 53 - 1, 2 ** 53, -(2 ** 63), 2 ** 64, 0.1 + 0.2],
  ].flat(),
);

/** Numbers out of range, invalid escapes, and malformed JSON. */
const TEXTS = fc.constantFrom(
  ...[
    [
      '1e999',
      '-1e999',
      '1E-999',
      '9'.repeat(400),
      `0.${'1'.repeat(4_000)}`,
      '-0',
      '01',
      '+1',
      '.5',
    ],
    [
      'NaN',
      'Infinity',
      'undefined',
      "'a'",
      '"\\ud800"',
      '"\\udc00\\ud800"',
      '"\\u0000"',
      '"\\x00"',
    ],
    [
      '"\t"',
      '"a\nb"',
      '[1,]',
      '{"a":1,}',
      '{a:1}',
      '{"a":1 "b":2}',
      '/**/1',
      '"',
      '[',
      '{',
      '',
      'tru',
    ],
  ].flat(),
);

const nested = (open: string, close: string, depth: number) =>
  new JsonText(open.repeat(depth) + (open === '[' ? '' : '1') + close.repeat(depth));

const TREES = fc.oneof(
  fc.constantFrom(1, 19, 20, 21, 100, 20_000).map((depth) => nested('[', ']', depth)),
  fc.constantFrom(1, 18, 21, 100, 20_000).map((depth) => nested('{"a":', '}', depth)),
  fc
    .constantFrom(0, 1, 101, 999, 1_001, 20_000)
    .map((count) => Array.from({ length: count }, (_, n) => n)),
  fc.constantFrom(999, 1_001, 9_000).map((count) => wide(count)),
  fc
    .constantFrom('__proto__', 'constructor', 'toString', 'then', 'length', '', '$ref', 'toJSON')
    .map((name) => new JsonText(`{${JSON.stringify(name)}:{"a":1}}`)),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A hostile value for a field, whatever its type. */
export const HOSTILE_VALUE: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: HOSTILE_TEXT },
  { weight: 2, arbitrary: SCALARS },
  { weight: 1, arbitrary: TEXTS.map((text) => new JsonText(text)) },
  { weight: 1, arbitrary: TREES },
);

export const HOSTILE_NAME: fc.Arbitrary<string> = fc.oneof(
  HOSTILE_TEXT,
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'id',
    'role',
    'status',
    'a[b]',
    'a.b',
    '',
  ),
);

function wide(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, n]));
}

/** Serialises a value with raw JSON texts inside. Lone surrogates become escapes. */
export function toJson(value: unknown): string {
  if (value instanceof JsonText) return value.text;
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, held]) => held !== undefined);
  return `{${fields.map(([name, held]) => `${JSON.stringify(name)}:${toJson(held)}`).join(',')}}`;
}
