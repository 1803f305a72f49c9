import { ImportFileFault } from '../xml/import-file.errors.js';

export interface FileLine {
  /** From 1. */
  number: number;
  text: string;
}

/** A row is never longer, so such a file is no archive, and must not fill the memory. */
const MAX_BYTES = 128 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** The lines of UTF-8, which end only with a line feed: other separators may be part of texts. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<FileLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 1;
  let begun: Uint8Array[] = [];
  let length = 0;
  const lineOf = (parts: Uint8Array[]): FileLine => {
    try {
      return { number, text: decoder.decode(Buffer.concat(parts)) };
    } catch {
      throw new ImportFileFault(number, 'no text in UTF-8');
    }
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      yield lineOf([...begun, chunk.subarray(from, end)]);
      number += 1;
      from = end + 1;
      begun = [];
      length = 0;
    }
    if (from === chunk.length) continue;
    begun.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > MAX_BYTES) throw new ImportFileFault(number, 'the line is too long');
  }
  if (length > 0) yield lineOf(begun);
}
