import fc from 'fast-check';
import { HOSTILE_TEXT } from '../requests/hostile.js';
import { percentEncoded } from '../requests/percent-encoded.js';

const PATHS = fc.oneof(
  fc.constantFrom(
    ...[
      [
        '/socket.io/',
        '/socket.io',
        '/socket.io/?EIO=4',
        '/socket.io/?EIO=3&transport=websocket',
        '/socket.io/?transport=websocket',
      ],
      [
        '/socket.io/?EIO=4&transport=polling',
        '/socket.io/?EIO=4&transport=webtransport',
        '/socket.io/?EIO=4&transport=__proto__',
      ],
      [
        '/socket.io/?EIO=4&transport=websocket&sid=unknown',
        '/socket.io/?EIO=4&EIO=3&transport=websocket&transport=polling',
      ],
      [
        '/socket.io/?EIO=4&transport=websocket&j=1',
        '/socket.io/../?EIO=4&transport=websocket',
        '/SOCKET.IO/?EIO=4&transport=websocket',
      ],
      ['/socket.io//?EIO=4&transport=websocket', '/socket.io/?%', '/live', '/'],
    ].flat(),
  ),
  HOSTILE_TEXT.map(
    (text) => `/socket.io/?EIO=4&transport=websocket&sid=${percentEncoded(text).slice(0, 4_000)}`,
  ),
  HOSTILE_TEXT.map((text) => `/socket.io/?EIO=4&transport=${percentEncoded(text).slice(0, 4_000)}`),
);

const LINES = fc.constantFrom(
  ...[
    [
      'Upgrade: websocket',
      'Upgrade: h2c',
      'Upgrade: websocket, websocket',
      'Upgrade: ',
      'Sec-WebSocket-Version: 13',
    ],
    [
      'Sec-WebSocket-Version: 12',
      'Sec-WebSocket-Version: 13, 13',
      'Sec-WebSocket-Key: BwcHBwcHBwcHBwcHBwcHBw==',
    ],
    [
      'Sec-WebSocket-Key: short',
      'Sec-WebSocket-Key: ',
      'Sec-WebSocket-Protocol: a, b, a',
      'Sec-WebSocket-Protocol: ,',
    ],
    [
      'Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99',
      'Sec-WebSocket-Extensions: ;;;',
    ],
    [
      'Origin: https://evil.example',
      'Origin: null',
      'Cookie: io=a',
      'Content-Length: 5',
      'Authorization: Bearer x',
    ],
  ].flat(),
);

/** An invalid handshake; the answer closes the connection. */
export const HANDSHAKES: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('GET', 'GET', 'GET', 'POST', 'OPTIONS', 'HEAD', 'PUT'),
    PATHS,
    fc.uniqueArray(LINES, { maxLength: 6, selector: (line) => line.split(':')[0] }),
    fc.constantFrom('Connection: close', 'Connection: close', 'Connection: Upgrade, close'),
  )
  .map(([method, path, lines, connection]) => {
    const all = ['Host: localhost', connection, ...lines];
    const body = lines.some((line) => line.startsWith('Content-Length')) ? 'a=b&c' : '';
    return `${method} ${path} HTTP/1.1\r\n${all.map((line) => `${line}\r\n`).join('')}\r\n${body}`;
  });
