import { problem } from '../problems/domain-error.js';

/** For as long as the operator works on the site. */
export class SiteReadOnly extends problem(
  'unavailable',
  'read-only',
  'The site is read-only for the moment',
  'Nothing was changed. Everything can be read; send the same request again later.',
) {
  override readonly retryAfter: number = 60;
}
