import fc from 'fast-check';
import type { Operation } from '../../support/openapi.js';
import { HOSTILE_NAME, HOSTILE_TEXT, HOSTILE_VALUE } from './hostile.js';
import { percentEncoded } from './percent-encoded.js';

/** A change that makes a request hostile. */
export type Twist =
  | { at: 'field'; nth: number; value: unknown }
  | { at: 'drop'; nth: number }
  | { at: 'more'; name: string; value: unknown }
  | { at: 'twice'; nth: number; value: unknown }
  | { at: 'bytes'; how: (typeof BYTES)[number] }
  | { at: 'path'; nth: number; value: string }
  | { at: 'query'; name: string | number; value: string }
  | { at: 'header'; name: string; value: string }
  | { at: 'method'; method: string };

export const BYTES = [
  'cut',
  'ill-formed',
  'mark',
  'utf-16',
  'twice',
  'comma',
  'scalar',
  'list',
  'null',
  'none',
  'large',
  'deep',
  'wide',
  'compressed',
  'form',
] as const;

/** Broken encodings, path traversal, and characters that have confused servers. */
const PATH_PIECES = fc.constantFrom(
  ...[
    [
      '%',
      '%zz',
      '%00',
      '%ff',
      '%c0%af',
      '%2e%2e',
      '%2f',
      '..%2f..',
      '%5c',
      '%u0041',
      '%25%30%30',
      '.',
      '..',
    ],
    [
      '%ed%a0%80',
      '%f5%80%80%80',
      ';a=b',
      '*',
      '%20',
      '+',
      '%0d%0a',
      'a'.repeat(257),
      '~',
      ':',
      '@',
      '%e2%80%ae',
    ],
  ].flat(),
);

const HEADER_NAMES = fc.constantFrom(
  ...[
    [
      'authorization',
      'content-type',
      'content-encoding',
      'accept',
      'accept-encoding',
      'accept-language',
    ],
    [
      'if-match',
      'if-none-match',
      'idempotency-key',
      'origin',
      'cookie',
      'range',
      'x-forwarded-for',
      'x-http-method-override',
    ],
    [
      'x-request-id',
      'referer',
      'user-agent',
      'te',
      'forwarded',
      'x-forwarded-proto',
      'access-control-request-method',
    ],
  ].flat(),
);

const HEADER_VALUES = fc.oneof(
  HOSTILE_TEXT,
  fc.constantFrom(
    ...[
      [
        '',
        '*',
        '"',
        'W/"',
        '"1", "2"',
        'W/"1"',
        '"1',
        '0',
        '"-1"',
        '"1e3"',
        '"99999999999999999999"',
        'null',
      ],
      [
        'Bearer',
        'Bearer ',
        'Bearer a.b.c',
        'bearer x',
        'Basic YTpi',
        'Bearer eyJhbGciOiJub25lIn0.e30.',
        'Bearer a b',
      ],
      [
        'text/plain',
        'application/json; charset=utf-16',
        'application/json;charset',
        'multipart/form-data; boundary=a',
      ],
      [
        'application/x-www-form-urlencoded',
        'a/b/c',
        'gzip',
        'br;q=0',
        'identity;q=0, *;q=0',
        'gzip, gzip',
        ',,,',
        ';q=x',
      ],
      [
        'https://evil.example',
        'null',
        'https://evil.example, https://b',
        'bytes=0-0',
        'bytes=-1',
        'lv,ru;q=0.9,*;q=0',
      ],
      ['DELETE', '127.0.0.1, 10.0.0.1:99999', '[::1', 'unknown', `${'a=b; '.repeat(500)}`],
    ].flat(),
  ),
);

const METHODS = fc.constantFrom(
  'HEAD',
  'OPTIONS',
  'PUT',
  'PATCH',
  'DELETE',
  'POST',
  'GET',
  'TRACE',
  'PROPFIND',
  'SEARCH',
);

/** No twist for a valid request, or some. */
export function twistsOf(operation: Operation): fc.Arbitrary<Twist[]> {
  const nth = fc.nat(30);
  const query = (operation.parameters ?? []).filter((one) => one.in === 'query').length;
  const ways: { weight: number; arbitrary: fc.Arbitrary<Twist> }[] = [
    {
      weight: 2,
      arbitrary: fc.record({
        at: fc.constant('header' as const),
        name: HEADER_NAMES,
        value: HEADER_VALUES,
      }),
    },
    {
      weight: query > 0 ? 4 : 1,
      arbitrary: fc.record({
        at: fc.constant('query' as const),
        name: query > 0 ? fc.oneof(nth, nth, HOSTILE_NAME) : HOSTILE_NAME,
        value: HOSTILE_TEXT,
      }),
    },
    { weight: 1, arbitrary: fc.record({ at: fc.constant('method' as const), method: METHODS }) },
  ];
  if (operation.path.includes('{')) {
    const value = fc.oneof(HOSTILE_TEXT.map(percentEncoded), PATH_PIECES);
    ways.push({
      weight: 3,
      arbitrary: fc.record({ at: fc.constant('path' as const), nth, value }),
    });
  }
  if (operation.requestBody) {
    ways.push(
      {
        weight: 8,
        arbitrary: fc.record({ at: fc.constant('field' as const), nth, value: HOSTILE_VALUE }),
      },
      { weight: 1, arbitrary: fc.record({ at: fc.constant('drop' as const), nth }) },
      {
        weight: 2,
        arbitrary: fc.record({
          at: fc.constant('more' as const),
          name: HOSTILE_NAME,
          value: HOSTILE_VALUE,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ at: fc.constant('twice' as const), nth, value: HOSTILE_VALUE }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ at: fc.constant('bytes' as const), how: fc.constantFrom(...BYTES) }),
      },
    );
  }
  const twist = fc.oneof(...ways);
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant<Twist[]>([]) },
    { weight: 4, arbitrary: twist.map((one) => [one]) },
    { weight: 1, arbitrary: fc.array(twist, { minLength: 2, maxLength: 4 }) },
  );
}
