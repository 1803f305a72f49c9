import fc from 'fast-check';
import { type Named, packetsOf } from './packets.js';

/** Bytes for a WebSocket. */
export interface Frame {
  /** The description for reports. */
  told: string;
  bytes: Buffer;
  /** The frame is incomplete, so the other side waits for the rest. */
  isOpen?: boolean;
}

const TEXT = 1;
const BINARY = 2;
const FIN = 0x80;

/** The largest message that the service accepts, in bytes. */
const LARGEST = 16 * 1_024;

/** Frames that a connection mostly survives, and others that it does not. */
export interface Frames {
  messages: fc.Arbitrary<Frame>;
  strange: fc.Arbitrary<Frame>;
}

export function framesOf(named: Named): Frames {
  const { messages, strange } = packetsOf(named);
  const inText = (packets: fc.Arbitrary<string>) =>
    packets.map((packet) => frame(FIN | TEXT, Buffer.from(packet), packet));
  return {
    messages: inText(messages),
    strange: fc.oneof(
      { weight: 4, arbitrary: inText(strange) },
      { weight: 1, arbitrary: BINARIES },
      { weight: 2, arbitrary: RAW },
    ),
  };
}

/** Binary messages, also as attachments of an earlier packet. */
const BINARIES = fc
  .oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom(0, 1, LARGEST, LARGEST + 1, 70_000).map((length) => new Uint8Array(length)),
    fc.constant(new Uint8Array(Buffer.from('42/live,1["subscribe",{}]'))),
  )
  .map((bytes) => frame(FIN | BINARY, Buffer.from(bytes), `binary of ${bytes.length}`));

const close = (code: number, reason: Buffer = Buffer.alloc(0)) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(code);
  return Buffer.concat([bytes, reason]);
};

/** Frames that break the WebSocket protocol, or come in an unusual order. */
const RAW: fc.Arbitrary<Frame> = fc.oneof(
  // Reserved bits and opcodes.
  fc
    .constantFrom(0xf1, 0xc1, 0xa1, 0x91, 0x83, 0x84, 0x87, 0x8b, 0x8f)
    .map((head) => frame(head, Buffer.from('42'), `head ${head.toString(16)}`)),
  // Invalid UTF-8, and fragmented text with other frames in between.
  fc
    .constantFrom([0xff], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf5, 0x80])
    .map((bytes) => frame(FIN | TEXT, Buffer.from([0x34, 0x32, ...bytes]), 'ill-formed text')),
  fc
    .constantFrom('42/live,', '4')
    .map((part) => frame(TEXT, Buffer.from(part), 'the first part', true)),
  fc
    .constantFrom('["subscribe",{}]', '')
    .map((part) => frame(FIN, Buffer.from(part), 'the last part')),
  fc.constantFrom('a', '').map((part) => frame(0, Buffer.from(part), 'a middle part', true)),
  // Control frames that are too long, fragmented, or have forbidden close codes.
  fc
    .constantFrom(0, 125, 126, 1_000)
    .map((length) => frame(0x89, Buffer.alloc(length), `ping of ${length}`)),
  fc
    .constantFrom(0, 125, 126)
    .map((length) => frame(0x8a, Buffer.alloc(length), `pong of ${length}`)),
  fc.constant(frame(0x09, Buffer.from('a'), 'ping in parts')),
  fc
    .constantFrom(0, 999, 1_000, 1_004, 1_005, 1_006, 1_015, 2_999, 5_000, 65_535)
    .map((code) => frame(0x88, close(code), `close ${code}`)),
  fc
    .constantFrom([0xff], [0x61])
    .map((reason) => frame(0x88, close(1_000, Buffer.from(reason)), 'close with a reason')),
  fc.constant(frame(0x88, Buffer.from([3]), 'close of one byte')),
  // Lengths at the limit, beyond it, and of payloads that never come.
  fc
    .constantFrom(LARGEST - 1, LARGEST, LARGEST + 1, 65_535, 65_536, 300_000)
    .map((length) => frame(FIN | TEXT, Buffer.alloc(length, 0x34), `text of ${length}`)),
  fc
    .constantFrom<number[]>(
      [0x81, 0xff, 0x7f, ...Array(7).fill(0xff), 1, 2, 3, 4],
      [0x81, 0xff, 0x80, ...Array(7).fill(0), 1, 2, 3, 4],
      [0x81, 0xff, 0, 0, 0, 0, 0, 0x10, 0, 0, 1, 2, 3, 4],
      [0x81, 0xfe, 0x10],
      [0x81],
    )
    .map((bytes) => ({
      told: `a length without its text: ${Buffer.from(bytes).toString('hex')}`,
      bytes: Buffer.from(bytes),
      isOpen: true,
    })),
  // Not masked, as only a server may send; and not even WebSocket.
  fc.constant({ told: 'not masked', bytes: Buffer.from([0x81, 2, 0x34, 0x32]) }),
  fc.constant({
    told: 'HTTP',
    bytes: Buffer.from('GET / HTTP/1.1\r\nhost: a\r\n\r\n'),
    isOpen: true,
  }),
  fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => ({
    told: Buffer.from(bytes).toString('hex'),
    bytes: Buffer.from(bytes),
    isOpen: true,
  })),
);

/** One masked frame, as clients send it. */
function frame(head: number, payload: Buffer, told: string, isOpen = false): Frame {
  const { length } = payload;
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const start = Buffer.alloc(size);
  start[0] = head;
  start[1] = 0x80 | (size === 2 ? length : size === 4 ? 126 : 127);
  if (size === 4) start.writeUInt16BE(length, 2);
  if (size === 10) start.writeBigUInt64BE(BigInt(length), 2);
  const mask = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);
  const masked = Buffer.from(payload);
  for (let at = 0; at < length; at++) masked[at] ^= mask[at & 3];
  return { told: told.slice(0, 300), bytes: Buffer.concat([start, mask, masked]), isOpen };
}
