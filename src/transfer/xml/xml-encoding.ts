import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { ImportFileFault } from './import-file.errors.js';
import { countLineBreaks } from './xml-prolog.js';

/** Enough of the start of the file for the XML declaration. */
const HEAD_LENGTH = 4096;
const NEWLINE = 0x0a;
const DECLARED = /<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.:-]{0,40})["']/;

/**
 * Decodes bytes. The encoding is that of the byte order mark, else the declared one, else UTF-8
 * (XML 1.0, 4.3.3). Any label of the WHATWG encoding standard is accepted. Bytes that are invalid
 * in the encoding are an `ImportFileFault` with their line, even with `--lenient`, because their
 * meaning is unknown.
 */
export async function* decodeXml(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let head = Buffer.alloc(0);
  let decoder: LineDecoder | null = null;
  for await (const chunk of bytes) {
    if (decoder) yield decoder.decode(chunk);
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < HEAD_LENGTH) continue;
      yield (decoder = new LineDecoder(detectEncoding(head))).decode(head);
    }
  }
  if (!decoder) yield (decoder = new LineDecoder(detectEncoding(head))).decode(head);
  yield decoder.end();
}

function detectEncoding(head: Buffer): string {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be';
  const start = head.toString('latin1', 0, HEAD_LENGTH);
  const [, declared] = DECLARED.exec(start) ?? [];
  // A file that declares UTF-16 in readable ASCII was converted without a change of its
  // declaration.
  return declared === undefined || /^(?:utf-?16|ucs)/i.test(declared) ? 'utf-8' : declared;
}

/** Decodes a stream, and knows the line of the first invalid byte. */
class LineDecoder {
  private readonly decoder: TextDecoder;
  private line = 1;
  /** The bytes of a character that was cut by the end of the last chunk. */
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
      const bytes = chunk.length < 3 ? Buffer.concat([this.pending, chunk]) : chunk;
      this.pending = lastCharacterOf(bytes.subarray(-3));
      this.line += countLineBreaks(text);
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

  private fault(bytes: Uint8Array): ImportFileFault {
    if (this.decoder.encoding !== 'utf-8') {
      return new ImportFileFault(this.line, `bytes that are not ${this.decoder.encoding}`);
    }
    // No byte of a longer UTF-8 sequence is a line break, so lines can be checked separately.
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

/** For UTF-8: the last character, complete or cut; empty if it is ASCII. */
function lastCharacterOf(bytes: Uint8Array): Uint8Array {
  const at = bytes.findLastIndex((byte) => byte < 0x80 || byte > 0xbf);
  return bytes[at] > 0xbf ? bytes.slice(at) : new Uint8Array();
}
