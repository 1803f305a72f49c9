import { promises as dns } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import type { SiteOrigins } from '../config/site-origins.js';
import { ACCEPTED_CODINGS, readBounded } from './bounded-body.js';
import { checkedLookup, type Resolve } from './checked-lookup.js';
import { OutgoingRefused } from './outgoing.errors.js';
import { MAY_REACH, type Place } from './reachable.js';

const MAX_REDIRECTS = 3;
/** The limit from the first byte of the first request to the last byte of the last response. */
const WHOLE_MS = 8_000;
/** The limits for connecting, for the first byte, and between two chunks. */
const IDLE_MS = 4_000;
const MAX_HEADER_BYTES = 16 * 1_024;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

interface OutgoingRequest {
  /** The permitted targets of the first URL and of each redirect. */
  to: Place;
  accept: string;
  /** The limits of a response, before and after decoding. */
  maxBytes: number;
}

/** A request to one of exactly these origins, which follows no redirect. */
interface ExactRequest {
  origins: ReadonlySet<string>;
  method: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
  maxBytes: number;
}

interface OutgoingAnswer {
  /** The URL of the last response. */
  url: URL;
  status: number;
  contentType: string;
  body: Buffer;
}

interface OutgoingOptions {
  publicUrl: string;
  siteOrigins: SiteOrigins;
}

/**
 * The only client for outgoing requests. It reaches pages of the host site, or global unicast
 * addresses. It has no cookies and no credentials. Its responses are limited in bytes, redirects
 * and time. A URL is parsed by the URL standard, as in a browser: no other spelling is checked.
 */
export class Outgoing {
  private readonly agents: Readonly<Record<Place, Agent>>;
  private readonly userAgent: string;

  /** @param resolve the DNS lookup */
  constructor(
    private readonly options: OutgoingOptions,
    resolve: Resolve = dns.lookup,
  ) {
    this.agents = { site: agent(resolve, 'site'), internet: agent(resolve, 'internet') };
    this.userAgent = `Colloquy (+${options.publicUrl})`;
  }

  /**
   * Fetches a URL, and follows redirects.
   * @throws OutgoingRefused when a URL is not permitted, or the response is too large
   * @throws Error when the server cannot be reached, or takes too long
   */
  async get(address: string, asked: OutgoingRequest): Promise<OutgoingAnswer> {
    const signal = AbortSignal.timeout(WHOLE_MS);
    let url = parse(address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await this.ask(url, asked, signal);
      if (!(answer instanceof URL)) return answer;
      url = answer;
    }
    throw new OutgoingRefused('redirects');
  }

  /**
   * Sends a request to a configured origin, which may be in a private network.
   * @throws OutgoingRefused
   * @throws Error when it cannot be reached, or takes too long
   */
  async send(address: string, asked: ExactRequest): Promise<OutgoingAnswer> {
    const url = parse(address);
    if (!asked.origins.has(url.origin)) throw new OutgoingRefused('place');
    assertReachable('site', url);
    const signal = AbortSignal.timeout(WHOLE_MS);
    const { method, body, maxBytes } = asked;
    const headers = { ...asked.headers, ...this.ownHeaders };
    const options = { dispatcher: this.agents.site, method, headers, body, signal };
    return readAnswer(url, await request(url, options as Parameters<typeof request>[1]), maxBytes);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.agents).map((one) => one.destroy()));
  }

  /** @returns the response, or the target of a redirect */
  private async ask(
    url: URL,
    { to, accept, maxBytes }: OutgoingRequest,
    signal: AbortSignal,
  ): Promise<OutgoingAnswer | URL> {
    this.assertIn(to, url);
    const headers = { accept, ...this.ownHeaders };
    const answer = await request(url, { dispatcher: this.agents[to], headers, signal });
    const location = one(answer.headers.location);
    if (!REDIRECTS.has(answer.statusCode) || !location) return readAnswer(url, answer, maxBytes);
    answer.body.on('error', () => undefined).destroy();
    return parse(location, url);
  }

  private get ownHeaders(): Record<string, string> {
    return { 'accept-encoding': ACCEPTED_CODINGS, 'user-agent': this.userAgent };
  }

  /**
   * A host name is checked when it is looked up. An IP address is never looked up, so it is checked
   * here.
   * @throws OutgoingRefused
   */
  private assertIn(place: Place, url: URL): void {
    if (place === 'site' && !this.options.siteOrigins.includes(url.origin)) {
      throw new OutgoingRefused('place');
    }
    assertReachable(place, url);
  }
}

function assertReachable(place: Place, { hostname }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !MAY_REACH[place](host)) throw new OutgoingRefused('address');
}

async function readAnswer(
  url: URL,
  answer: Dispatcher.ResponseData<unknown>,
  maxBytes: number,
): Promise<OutgoingAnswer> {
  try {
    if (Number(one(answer.headers['content-length'])) > maxBytes) throw new OutgoingRefused('size');
    const coding = one(answer.headers['content-encoding']);
    const body = await readBounded(answer.body, coding, maxBytes);
    const contentType = one(answer.headers['content-type']);
    return { url, status: answer.statusCode, contentType, body };
  } finally {
    answer.body.on('error', () => undefined).destroy();
  }
}

/** @throws OutgoingRefused */
function parse(address: string, from?: URL): URL {
  if (!URL.canParse(address, from?.href)) throw new OutgoingRefused('scheme');
  const url = new URL(address, from);
  const known = url.protocol === 'http:' || url.protocol === 'https:';
  if (!known || url.username !== '' || url.password !== '') throw new OutgoingRefused('scheme');
  url.hash = '';
  return url;
}

/** Connections are not reused: the next request looks up the name again, and checks it again. */
function agent(resolve: Resolve, place: Place): Agent {
  return new Agent({
    connect: { lookup: checkedLookup(resolve, MAY_REACH[place]), timeout: IDLE_MS },
    headersTimeout: IDLE_MS,
    bodyTimeout: IDLE_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
    pipelining: 0,
  });
}

function one(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header[0] : header) ?? '';
}
