import type { FastifyReply, FastifyRequest } from 'fastify';
import { matches, PUBLIC } from '../input/conditional.js';
import type { CachedPage, Encoding } from './cached-page.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** A page as one caller gets it: nothing when they have it already. */
export interface PageAnswer {
  status: 200 | 304;
  headers: Record<string, string>;
  encoding: Encoding | null;
}

interface Asking {
  'if-none-match'?: string;
  'accept-encoding'?: string | string[];
}

/** What is sent of a page, decided by the caller's headers; the same in and before the framework. */
export function answerOf(page: CachedPage, asking: Asking, type = JSON_TYPE): PageAnswer {
  const headers: Record<string, string> = {
    etag: page.etag,
    'cache-control': PUBLIC,
    vary: 'Origin, Accept-Encoding',
  };
  if (matches(asking['if-none-match'], page.etag)) return { status: 304, headers, encoding: null };
  headers['content-type'] = type;
  const encoding = page.encodingFor(asking['accept-encoding']?.toString());
  if (encoding) headers['content-encoding'] = encoding;
  return { status: 200, headers, encoding };
}

/** Answers within the framework. */
export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: CachedPage,
  type = JSON_TYPE,
): Promise<void> {
  const { status, headers, encoding } = answerOf(page, request.headers, type);
  void reply.code(status).headers(headers);
  if (status === 304) void reply.send();
  else void reply.send(encoding ? await page.encoded(encoding) : page.body);
}
