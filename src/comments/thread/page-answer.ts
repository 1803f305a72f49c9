import { Answer, JSON_TYPE } from '../../input/answer.js';
import { matches, PUBLIC } from '../../input/conditional.js';
import type { Encoding } from '../../input/encodings.js';
import type { CachedPage } from './cached-page.js';

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

/** The answer of a page within the framework. */
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
