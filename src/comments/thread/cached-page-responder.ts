import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppConfig } from '../../config/app-config.js';
import { hasOneHost } from '../../input/connections/message-framing.js';
import { admitting, EXPOSING, isAllowedOrigin } from '../../input/origins.js';
import { Metrics } from '../../metrics/metrics.js';
import { answerHeadersAt } from '../../problems/send-problem.js';
import { type CachedPage, chooseForm, headersOf, type PageForm } from './cached-page.js';
import { PageCache } from './page-cache.js';

const MAX_ADDRESS_BYTES = 8 * 1024 * 1024;
/** The estimated size of an entry in addition to its URL and its key. */
const OVERHEAD = 600;
/** Requests with one of these headers are left to the framework. */
const UNUSUAL = ['authorization', 'content-length', 'transfer-encoding', 'expect', 'upgrade'];

interface Known extends Pick<CachedPage, 'key' | 'postId' | 'generation' | 'read'> {
  /** Whether the URL names the post by its id. A slug may belong to another post after a change. */
  lasting: boolean;
}

/** A URL as sent, and as parsed by the framework. */
interface Answered extends Pick<Known, 'lasting'> {
  address: string;
  path: string;
  query: object;
}

/** Passes the request to the framework. */
type Pass = () => void;

/**
 * Answers cached pages before the framework processes the request, which would double the cost. It
 * knows only URLs that the framework has answered with 200, and leaves every unusual request (a
 * token, a body, another method, a foreign origin) to the framework.
 */
@Injectable()
export class CachedPageResponder {
  private readonly addresses = new LRUCache<string, Known>({
    maxSize: MAX_ADDRESS_BYTES,
    sizeCalculation: ({ key }, address) => address.length + key.length + OVERHEAD,
  });
  private readonly heads = new WeakMap<CachedPage, Map<string, readonly string[]>>();
  private closed = false;
  /**
   * Counted here, because looking up a series in the registry takes a tenth of the time of a
   * response.
   */
  private readonly answers: Record<PageForm['status'], number> = { 200: 0, 304: 0 };

  constructor(
    private readonly cache: PageCache,
    private readonly config: AppConfig,
    metrics: Metrics,
  ) {
    metrics.counts(
      'cached_page_answers_total',
      'Pages that were answered before the framework, by status.',
      'status',
      () => this.answers,
    );
    metrics.gauge(
      'page_addresses',
      'Addresses of pages that are answered before the framework.',
      () => this.addresses.size,
    );
  }

  /**
   * Remembers the page of a URL in the usual spelling of clients. There are endless other
   * spellings, such as `?limit=020&&`; the framework answers those from the same page.
   */
  remember({ address, path, query, lasting }: Answered, page: CachedPage): void {
    if (!isPlainAddress(address, path, query)) return;
    const { key, postId, generation, read } = page;
    this.addresses.set(address, { key, postId, generation, read, lasting });
  }

  /** From now on the framework answers all requests, with a `Connection: close` header. */
  close(): void {
    this.closed = true;
  }

  answer(request: IncomingMessage, response: ServerResponse, pass: Pass): void {
    const known =
      request.method === 'GET' && !this.closed ? this.addresses.get(request.url!) : undefined;
    if (!known || !this.isPlain(request)) return pass();
    const page = this.find(known);
    if (page) return this.write(page, request, response);
    if (!known.lasting) return pass();
    // Reading the page costs less than processing all waiting requests in the framework.
    this.cache.get(known.key, known.postId, known.read).then((fresh) => {
      if (fresh) return this.write(fresh, request, response);
      // The post has ended, or the comment was deleted. The next request goes directly to the
      // framework.
      this.addresses.delete(request.url!);
      pass();
    }, pass);
  }

  private find({ key, generation, lasting }: Known): CachedPage | null {
    const page = this.cache.find(key);
    if (lasting) return page ?? this.cache.findResting(key);
    return page?.generation === generation ? page : null;
  }

  private isPlain(request: IncomingMessage): boolean {
    const { headers } = request;
    const isUsual = UNUSUAL.every((name) => headers[name] === undefined);
    return (
      isUsual && hasOneHost(request) && isAllowedOrigin(headers.origin, this.config.siteOrigins)
    );
  }

  private write(
    page: CachedPage,
    { headers: asking }: IncomingMessage,
    response: ServerResponse,
  ): void {
    const form = chooseForm(page, asking);
    const { status, encoding } = form;
    const end = (body?: Buffer): void => {
      const fields = [...this.headOf(page, form, body), 'x-request-id', randomUUID()];
      if (asking.origin !== undefined)
        fields.push(...Object.entries(admitting(asking.origin)).flat());
      response.writeHead(status, fields).end(body);
      this.answers[status] += 1;
    };
    if (status === 304) end();
    else if (!encoding) end(page.body);
    else page.encoded(encoding).then(end, () => response.destroy());
  }

  /**
   * Names and values alternate. Cached for each page and form, because building them costs as much
   * as sending.
   */
  private headOf(page: CachedPage, form: PageForm, body?: Buffer): readonly string[] {
    let heads = this.heads.get(page);
    if (!heads) this.heads.set(page, (heads = new Map()));
    const key = form.encoding ?? String(form.status);
    let head = heads.get(key);
    if (!head) {
      const length = body ? { 'content-length': String(body.length) } : {};
      const fields = {
        ...answerHeadersAt(this.config.publicUrl),
        ...headersOf(page, form),
        ...EXPOSING,
        ...length,
      };
      heads.set(key, (head = Object.entries(fields).flat()));
    }
    return head;
  }
}

/** Whether an address has each parameter once and in its shortest form. */
function isPlainAddress(address: string, path: string, query: object): boolean {
  if (path !== path.toLowerCase()) return false;
  const understood = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${value as string | number}`,
  );
  if (understood.length === 0) return address === path;
  const given = address.startsWith(`${path}?`) ? address.slice(path.length + 1).split('&') : [];
  return given.sort().join('&') === understood.sort().join('&');
}
