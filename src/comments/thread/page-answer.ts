import type { FastifyReply, FastifyRequest } from 'fastify';
import { matches, PUBLIC } from '../../input/conditional.js';
import type { CachedPage, Encoding } from './cached-page.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** In which of its forms a caller gets a page: not at all when they have it already. */
export interface PageForm {
  status: 200 | 304;
  encoding: Encoding | null;
}

interface Asking {
  'if-none-match'?: string;
  'accept-encoding'?: string | string[];
}

/** Chosen by the caller's headers; the same in and before the framework. */
export function chooseForm(page: CachedPage, asking: Asking): PageForm {
  if (matches(asking['if-none-match'], page.etag)) return { status: 304, encoding: null };
  return { status: 200, encoding: page.encodingFor(asking['accept-encoding']?.toString()) };
}

/** What is said of a page in a form. */
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

/** Answers within the framework. */
export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: CachedPage,
  type = JSON_TYPE,
): Promise<void> {
  const form = chooseForm(page, request.headers);
  const { status, encoding } = form;
  void reply.code(status).headers(headersOf(page, form, type));
  if (status === 304) void reply.send();
  else void reply.send(encoding ? await page.encoded(encoding) : page.body);
}
