import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { chooseEncoding, type Encoding } from '../../input/encodings.js';
import type { PageText } from './thread.repository.js';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Smaller answers gain nothing from compression. */
const MIN_COMPRESSED = 1_400;

/** A page that many readers ask for is read anew at most this often, however often it changes. */
const REST_MS = 50;
/** More than one reader asks for in that time, a request after the other. */
const MANY = 20;

/** In bytes, of a page without a body. */
const OVERHEAD = 3_000;

/** Reads a page from the database; null when there is no such post. */
export type ReadPage = () => Promise<PageText | null>;

/** A page as bytes, the same for everyone; each compressed form is made when it is first asked for. */
export class CachedPage {
  private readonly compressed = new Map<Encoding, Promise<Buffer>>();
  private readonly readAt = performance.now();
  private served = 0;

  constructor(
    /** Of the cache. */
    readonly key: string,
    readonly postId: string,
    readonly generation: number,
    readonly etag: string,
    readonly body: Buffer,
    /** Reads it anew. */
    readonly read: ReadPage,
  ) {}

  noteServed(): void {
    this.served += 1;
  }

  /** Whether it was read so lately, and is asked for so often, that readers get it as it was. */
  get rests(): boolean {
    return this.served >= MANY && performance.now() - this.readAt < REST_MS;
  }

  /** The same state of the thread, in another form. */
  inForm(etag: string, body: Buffer): CachedPage {
    const { key, postId, generation, read } = this;
    return new CachedPage(key, postId, generation, etag, body, read);
  }

  /**
   * The most that it takes in memory: both compressed forms, if they are made, of a text that can hardly
   * be compressed, and `OVERHEAD` for its key, its heads, and what reads it anew.
   */
  get size(): number {
    return Math.ceil(this.body.length * 2.5) + OVERHEAD;
  }

  /** The best form that the caller takes; null is the plain one. */
  encodingFor(acceptEncoding: string | undefined): Encoding | null {
    return this.body.length < MIN_COMPRESSED ? null : chooseEncoding(acceptEncoding);
  }

  encoded(encoding: Encoding): Promise<Buffer> {
    let bytes = this.compressed.get(encoding);
    if (!bytes) {
      bytes = (
        encoding === 'gzip' ? compressGzip(this.body) : compressBrotli(this.body, BROTLI)
      ).then(exactly);
      this.compressed.set(encoding, bytes);
      bytes.catch(() => this.compressed.delete(encoding));
    }
    return bytes;
  }
}

/** The library answers with a view of 16 kB, however little stands in it. */
function exactly(bytes: Buffer): Buffer {
  return Buffer.from(bytes);
}

/** As small as gzip at its best, at a fraction of the time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
