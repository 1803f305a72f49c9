import fc from 'fast-check';
import { HOSTILE_TEXT, HOSTILE_VALUE, toJson } from '../requests/hostile.js';

/** Names in packets that the service knows. */
export interface Named {
  posts: readonly string[];
  token: string;
}

const MESSAGES = ['subscribe', 'unsubscribe', 'authenticate'] as const;

/** Event names that socket libraries reserve, and others without a listener. */
const STRANGE_MESSAGES = fc.constantFrom(
  ...[
    [
      'connect',
      'connect_error',
      'disconnect',
      'disconnecting',
      'error',
      'newListener',
      'removeListener',
      'events',
    ],
    [
      '__proto__',
      'constructor',
      'toString',
      'ping',
      'message',
      'reconnect',
      'problem',
      'queue',
      '',
    ],
  ].flat(),
);

const SPACES = fc.oneof(
  { weight: 8, arbitrary: fc.constant('/live,') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '/,',
      '/live',
      '/LIVE,',
      '/live/,',
      '/live?token=a,',
      '/admin,',
      '/__proto__,',
      '/live,/live,',
      `/${'a'.repeat(9_000)},`,
    ),
  },
);

const IDS = fc.oneof(
  { weight: 4, arbitrary: fc.nat(999).map(String) },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('-1', '00', '1e3', '9'.repeat(30), '1.5', ' 1') },
);

/** Packets of the protocol: valid messages, and those that mostly end a connection. */
export interface Packets {
  messages: fc.Arbitrary<string>;
  strange: fc.Arbitrary<string>;
}

export function packetsOf({ posts, token }: Named): Packets {
  const postId = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...posts) }, HOSTILE_VALUE);
  const after = fc.oneof(fc.constantFrom(0, 1, 5, 2 ** 53 - 1, 2 ** 53, -1, 0.5), HOSTILE_VALUE);
  const argument = fc.oneof(
    { weight: 4, arbitrary: fc.record({ postId, after }, { requiredKeys: ['postId'] }) },
    {
      weight: 1,
      arbitrary: fc.record(
        { postId, after, epoch: HOSTILE_VALUE, more: HOSTILE_VALUE },
        { requiredKeys: [] },
      ),
    },
    { weight: 1, arbitrary: fc.record({ token: fc.oneof(fc.constant(token), HOSTILE_VALUE) }) },
    { weight: 2, arbitrary: HOSTILE_VALUE },
  );
  const message = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<string>(...MESSAGES) },
    { weight: 1, arbitrary: STRANGE_MESSAGES },
    { weight: 1, arbitrary: HOSTILE_TEXT },
  );
  const event = fc
    .tuple(message, fc.array(argument, { maxLength: 3 }))
    .map(([name, values]) => toJson([name, ...values]));
  const data = fc.oneof(
    { weight: 6, arbitrary: event },
    { weight: 1, arbitrary: HOSTILE_VALUE.map(toJson) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '[',
        '[]',
        '[[]]',
        '[null]',
        '[1]',
        '{}',
        '["subscribe"',
        '"subscribe"',
        '["subscribe",',
        `[${'['.repeat(8_000)}`,
      ),
    },
  );
  const connect = fc
    .tuple(
      SPACES,
      fc.oneof(
        fc.constantFrom('', '{}', `{"token":${JSON.stringify(token)}}`),
        HOSTILE_VALUE.map(toJson),
      ),
    )
    .map(([space, auth]) => `40${space}${auth}`);
  const said = fc.tuple(SPACES, IDS, data).map(([space, id, json]) => `42${space}${id}${json}`);
  const typed = fc
    .tuple(fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', 'a', '-'), SPACES, IDS, data)
    .map(([type, space, id, json]) => `4${type}${space}${id}${json}`);
  const messages = fc
    .tuple(IDS, event.filter(isJson))
    .map(([id, json]) => `42/live,${/^\d{0,3}$/.test(id) ? id : ''}${json}`);
  const strange = fc.oneof(
    { weight: 4, arbitrary: said },
    { weight: 2, arbitrary: typed },
    { weight: 1, arbitrary: connect },
    { weight: 2, arbitrary: withAttachments(posts) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '0',
        '1',
        '2',
        '2probe',
        '3',
        '3probe',
        '4',
        '5',
        '6',
        '7',
        '9',
        'b',
        'bAAAA',
        '\x1e',
      ),
    },
    { weight: 1, arbitrary: HOSTILE_TEXT },
  );
  return { messages, strange };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Packets that announce binary attachments, which may never come. */
function withAttachments(posts: readonly string[]): fc.Arbitrary<string> {
  const counts = fc.constantFrom('1', '0', '2', '10', '-1', '1e9', '99999999999', '', 'x');
  const places = fc.constantFrom(
    ...[
      [
        '{"_placeholder":true,"num":0}',
        '{"_placeholder":true,"num":-1}',
        '{"_placeholder":true,"num":"0"}',
      ],
      [
        '{"_placeholder":true,"num":1e9}',
        '{"_placeholder":true}',
        `{"postId":{"_placeholder":true,"num":0}}`,
      ],
      [`{"postId":"${posts[0]}","after":{"_placeholder":true,"num":0}}`],
    ].flat(),
  );
  return fc
    .tuple(fc.constantFrom('5', '6'), counts, SPACES, IDS, places)
    .map(
      ([type, count, space, id, place]) => `4${type}${count}-${space}${id}["subscribe",${place}]`,
    );
}
