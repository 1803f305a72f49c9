import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { BOUNDS } from '../../auth/limits/bounds.js';
import { FairQueue } from '../../input/fair-queue.js';
import { Outgoing } from '../../outgoing/outgoing.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import { charsetIn, decodeHtml, readHtmlPage } from '../../text/html-page.js';
import { normalisePageUrl } from '../../text/page-url.js';
import { type NamedPage, namedPage } from './page-naming.js';

const MAX_PAGE_BYTES = 2 * 1024 * 1024;
/** A page is read in one go, in some 30 ms a megabyte. */
const RUNNING = 4;
const WAITING = BOUNDS['page fetches'].most;
const KNOWN = 500;
/** A reader who tries again, or another one, asks nothing of the site meanwhile. */
const KNOWN_MS = 60_000;
const HTML = /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i;

/** Reads pages of the host site: each once at a time, few at a time, and not again within a minute. */
@Injectable()
export class PageFetches {
  private readonly logger = new Logger('Pages');
  private readonly known = new LRUCache<string, Promise<NamedPage | null>>({
    max: KNOWN,
    ttl: KNOWN_MS,
  });
  private readonly turns = new FairQueue({
    running: RUNNING,
    waiting: WAITING,
    full: () => new TemporarilyUnavailable(),
  });

  constructor(private readonly outgoing: Outgoing) {}

  /** Null for a page that cannot be read, or does not name itself so; it may be asked for again later. */
  find(url: string): Promise<NamedPage | null> {
    const key = normalisePageUrl(url)!;
    const known = this.known.get(key);
    if (known) return known;
    const found = this.turns
      .run(() => this.read(url))
      .catch((error: Error) => this.fail(url, error));
    this.known.set(key, found);
    return found;
  }

  /** As `find`, whatever is remembered. */
  findAnew(url: string): Promise<NamedPage | null> {
    this.known.delete(normalisePageUrl(url)!);
    return this.find(url);
  }

  private async read(asked: string): Promise<NamedPage | null> {
    const { url, status, contentType, body } = await this.outgoing.get(asked, {
      to: 'site',
      accept: 'text/html, application/xhtml+xml',
      maxBytes: MAX_PAGE_BYTES,
    });
    if (status !== 200 || !HTML.test(contentType)) {
      throw new Error(`it was answered with ${status} ${contentType}`);
    }
    const page = readHtmlPage(decodeHtml(body, charsetIn(contentType)), url.href);
    const named = namedPage(page, url.href, asked);
    if (!named) throw new Error('it does not name itself so');
    return named;
  }

  private fail(url: string, { message, cause }: Error): null {
    const why = cause instanceof Error ? `${message}: ${cause.message}` : message;
    this.logger.warn(`${normalisePageUrl(url)} could not be verified: ${why}`);
    return null;
  }
}
