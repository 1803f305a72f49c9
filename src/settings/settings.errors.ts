import { problem } from '../problems/domain-error.js';

/** The operator has made the site read-only, such as for maintenance. */
export class SiteReadOnly extends problem(
  'unavailable',
  'read-only',
  'The site is read-only at the moment',
  'Nothing was changed. Reading still works; send the same request again later.',
) {
  override readonly retryAfter: number = 60;
}
