import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { ImportFileFault } from './import-file.errors.js';

/** Enough of the file's beginning to hold the XML declaration. */
const HEAD_LENGTH = 4096;
const NEWLINE = 0x0a;

/**
 * Bytes to text. The encoding is that of the byte order mark, else the declared one, else UTF-8
 * (XML 1.0, 4.3.3); any label of the WHATWG encoding standard goes. Bytes that the encoding does
 * not know are an `ImportFileFault` with their line, also with `--lenient`: what they meant
 * cannot be known.
 */
export async function* decodeXml(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let head: Uint8Array<ArrayBufferLike> | null = new Uint8Array();
  let decoder: LineDecoder | null = null;
  for await (const chunk of bytes) {
    if (decoder) {
      yield decoder.decode(chunk);
      continue;
    }
    head = Buffer.concat([head!, chunk]);
    if (head.length < HEAD_LENGTH) continue;
    decoder = new LineDecoder(detectEncoding(head));
    yield decoder.decode(head);
    head = null;
  }
  if (!decoder) {
    decoder = new LineDecoder(detectEncoding(head!));
    yield decoder.decode(head!);
  }
  yield decoder.end();
}

function detectEncoding(head: Uint8Array): string {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be';
  const start = Buffer.from(head.subarray(0, HEAD_LENGTH)).toString('latin1');
  const declared = /<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.:-]{0,40})["']/.exec(
    start,
  )?.[1];
  // A file that names UTF-16 in readable ASCII was converted since and forgot to say so.
  return declared === undefined || /^(?:utf-?16|ucs)/i.test(declared) ? 'utf-8' : declared;
}

/** Decodes in a stream and knows the line of the first bad byte. */
class LineDecoder {
  private readonly decoder: TextDecoder;
  private line = 1;
  /** The bytes of a character cut by the end of the last chunk. */
  private pending: Uint8Array<ArrayBufferLike> = new Uint8Array();

  constructor(label: string) {
    try {
      this.decoder = new TextDecoder(label, { fatal: true });
    } catch {
      throw new ImportFileFault(1, 'the XML declaration names an encoding that is not known here');
    }
  }

  decode(chunk: Uint8Array): string {
    try {
      const text = this.decoder.decode(chunk, { stream: true });
      if (this.decoder.encoding === 'utf-8') this.pending = this.tailOf(chunk);
      this.line += countBytes(chunk, NEWLINE);
      return text;
    } catch {
      throw this.fault(Buffer.concat([this.pending, chunk]));
    }
  }

  end(): string {
    try {
      return this.decoder.decode();
    } catch {
      throw this.fault(this.pending);
    }
  }

  private tailOf(chunk: Uint8Array): Uint8Array {
    const bytes = chunk.length < 4 ? Buffer.concat([this.pending, chunk]) : chunk;
    for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
      const byte = bytes[bytes.length - back];
      if (byte < 0x80) break;
      if (byte < 0xc0) continue;
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.slice(-back) : new Uint8Array();
    }
    return new Uint8Array();
  }

  private fault(bytes: Uint8Array): ImportFileFault {
    if (this.decoder.encoding !== 'utf-8') {
      return new ImportFileFault(this.line, `bytes that are not ${this.decoder.encoding}`);
    }
    // No byte of a longer UTF-8 sequence is a line break, so each line can be judged by itself.
    let from = 0;
    let line = this.line;
    for (let to = bytes.indexOf(NEWLINE); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
      if (!isUtf8(bytes.subarray(from, to))) break;
      from = to + 1;
      line += 1;
    }
    return new ImportFileFault(
      line,
      'bytes that are not UTF-8; a file in another encoding must name it in its XML declaration',
    );
  }
}

function countBytes(bytes: Uint8Array, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}
