import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { OutgoingRefused } from './outgoing.errors.js';

/** The requested content codings; a response in another coding is refused. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br';

const DECODERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

/**
 * Decodes a body. The received bytes and the decoded bytes are both limited, because a few bytes
 * can expand to many.
 * @throws OutgoingRefused
 */
export async function readBounded(
  body: Readable,
  coding: string,
  maxBytes: number,
): Promise<Buffer> {
  const name = coding.trim().toLowerCase();
  if (name === '' || name === 'identity') return collect(body, maxBytes);
  const decoder = DECODERS[name as keyof typeof DECODERS]?.();
  if (!decoder) throw new OutgoingRefused('coding');
  const decoded = Readable.from(bounded(body, maxBytes)).on('error', (error) =>
    decoder.destroy(error),
  );
  try {
    return await collect(decoded.pipe(decoder), maxBytes);
  } finally {
    decoded.destroy();
  }
}

async function collect(body: Readable, maxBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of bounded(body, maxBytes)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* bounded(body: Readable, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > maxBytes) throw new OutgoingRefused('size');
    yield piece;
  }
}
