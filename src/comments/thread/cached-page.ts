import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Answer, JSON_TYPE } from '../../input/answer.js';
import { matches, PUBLIC } from '../../input/conditional.js';
import { chooseEncoding, type Encoding } from '../../input/encodings.js';
import type { PageText } from './thread.repository.js';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Smaller answers gain nothing from compression. */
const MIN_COMPRESSED = 1_400;

/** The shortest interval between two reads of a requested page, however often the page changes. */
const REST_MS = 50;
/** More requests than one reader can send in that time. */
const MANY = 20;

/** Compresses about as well as the best level of gzip, in a fraction of the time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** The estimated size of a page without a body. */
const OVERHEAD = 3_000;

/** Reads a page from the database; null when there is no such post. */
export type ReadPage = () => Promise<PageText | null>;

/** A page as bytes, the same for everyone. Each compressed form is created at its first request. */
export class CachedPage {
  private readonly compressed = new Map<Encoding, Promise<Buffer>>();
  private readonly readAt = performance.now();
  private served = 0;

  constructor(
    readonly key: string,
    readonly postId: string,
    readonly generation: number,
    readonly etag: string,
    readonly body: Buffer,
    readonly read: ReadPage,
  ) {}

  noteServed(): void {
    this.served += 1;
  }

  /**
   * Whether the cached version is served without a check: it was read a moment ago, and many
   * readers request it.
   */
  get rests(): boolean {
    return this.served >= MANY && performance.now() - this.readAt < REST_MS;
  }

  /** The same state of the thread, in another form. */
  inForm(etag: string, body: Buffer): CachedPage {
    const { key, postId, generation, read } = this;
    return new CachedPage(key, postId, generation, etag, body, read);
  }

  /**
   * The upper bound of its memory: both compressed forms of a text that hardly compresses, if they
   * exist, and `OVERHEAD` for its key, its headers and its reader.
   */
  get size(): number {
    return Math.ceil(this.body.length * 2.5) + OVERHEAD;
  }

  encoded(encoding: Encoding): Promise<Buffer> {
    let bytes = this.compressed.get(encoding);
    if (!bytes) {
      const made =
        encoding === 'gzip' ? compressGzip(this.body) : compressBrotli(this.body, BROTLI);
      // The library returns a view of a 16 kB buffer, however few bytes it contains.
      bytes = made.then((view) => Buffer.from(view));
      this.compressed.set(encoding, bytes);
      bytes.catch(() => this.compressed.delete(encoding));
    }
    return bytes;
  }
}

/** The form of a page for a client; 304 when the client has it already. */
export interface PageForm {
  status: 200 | 304;
  encoding: Encoding | null;
}

type Asking = Pick<IncomingHttpHeaders, 'if-none-match' | 'accept-encoding'>;

/** The form by the headers of the request; the same in and before the framework. */
export function chooseForm(page: CachedPage, asking: Asking): PageForm {
  if (matches(asking['if-none-match'], page.etag)) return { status: 304, encoding: null };
  if (page.body.length < MIN_COMPRESSED) return { status: 200, encoding: null };
  return { status: 200, encoding: chooseEncoding(asking['accept-encoding']?.toString()) };
}

export function headersOf(
  page: CachedPage,
  { status, encoding }: PageForm,
  type = JSON_TYPE,
): Record<string, string> {
  return {
    etag: page.etag,
    'cache-control': PUBLIC,
    vary: 'Origin, Accept-Encoding',
    ...(status === 200 ? { 'content-type': type } : {}),
    ...(encoding ? { 'content-encoding': encoding } : {}),
  };
}

/** The response of a page within the framework. */
export async function pageAnswer<View>(
  page: CachedPage,
  asking: Asking,
  type = JSON_TYPE,
): Promise<Answer<View, Buffer | null>> {
  const form = chooseForm(page, asking);
  const { status, encoding } = form;
  const body = encoding ? await page.encoded(encoding) : page.body;
  return new Answer(status, status === 304 ? null : body, headersOf(page, form, type));
}
