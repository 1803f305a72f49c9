import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { BOUNDS } from '../../auth/limits/bounds.js';
import { FairQueue, type Gone, inLane } from '../../input/fair-queue.js';
import { Outgoing } from '../../outgoing/outgoing.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import { normalisePageUrl } from '../../text/plain/page-url.js';
import { LongTextPool } from '../texts/long-text-pool.js';
import { type ReadPage, readAs } from './page-naming.js';

const MAX_PAGE_BYTES = 2 * 1024 * 1024;
const RUNNING = 4;
const WAITING = BOUNDS['page fetches'].most;
const KNOWN = 500;
/** Within this time a repeated request does not fetch the page again. */
const KNOWN_MS = 60_000;
interface Fetch {
  page: Promise<ReadPage | null>;
  askers: Gone[];
}

const STAYS: Gone = () => false;
const HTML = /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i;

/**
 * Fetches pages of the host site: each only once at a time, few in parallel, and each at most once
 * a minute.
 */
@Injectable()
export class PageFetches {
  private readonly logger = new Logger('Pages');
  private readonly known = new LRUCache<string, { page: ReadPage | null }>({
    max: KNOWN,
    ttl: KNOWN_MS,
  });
  private readonly inFlight = new Map<string, Fetch>();
  private readonly turns = new FairQueue({
    running: RUNNING,
    waiting: WAITING,
    full: () => new TemporarilyUnavailable(),
  });

  constructor(
    private readonly outgoing: Outgoing,
    private readonly long: LongTextPool,
  ) {}

  /**
   * Null for a page that could not be fetched; it can be retried later.
   * @throws TemporarilyUnavailable when too many fetches wait
   */
  async find(url: string, gone: Gone): Promise<ReadPage | null> {
    const known = this.known.get(normalisePageUrl(url)!);
    return known ? known.page : this.findAnew(url, gone);
  }

  /** Like `find`, without the cache. */
  findAnew(url: string, gone: Gone = STAYS): Promise<ReadPage | null> {
    const key = normalisePageUrl(url)!;
    const other = this.inFlight.get(key);
    if (other) {
      other.askers.push(gone);
      return other.page;
    }
    const askers = [gone];
    const allGone = inLane(gone.lane, () => askers.every((left) => left()));
    const page = this.turns
      .run(async () => {
        const found = await this.read(url).catch((error: Error) => this.fail(url, error));
        this.known.set(key, { page: found });
        return found;
      }, allGone)
      .finally(() => this.inFlight.delete(key));
    this.inFlight.set(key, { page, askers });
    return page;
  }

  private async read(asked: string): Promise<ReadPage> {
    const { url, status, contentType, body } = await this.outgoing.get(asked, {
      to: 'site',
      accept: 'text/html, application/xhtml+xml',
      maxBytes: MAX_PAGE_BYTES,
    });
    if (status !== 200 || !HTML.test(contentType)) {
      throw new Error(`it was answered with ${status} ${contentType}`);
    }
    const answer = { bytes: body, contentType, address: url.href };
    const page = readAs(asked, await this.long.readPage(answer), url.href);
    if (!page.named) this.report(asked, 'it does not name itself so');
    return page;
  }

  private fail(url: string, { message, cause }: Error): null {
    this.report(url, cause instanceof Error ? `${message}: ${cause.message}` : message);
    return null;
  }

  private report(url: string, why: string): void {
    this.logger.warn(`${normalisePageUrl(url)} could not be verified: ${why}`);
  }
}
