import { InvalidInput } from '../../problems/general.errors.js';
import type { StartBulkDto } from './bulk.dto.js';

export interface BulkFilter {
  author: string | null;
  post: string | null;
  kind: string | null;
  since: Date | null;
  job: string | null;
}

/**
 * The filter of a request; null where it names comments instead.
 * @throws InvalidInput when it names both or neither: nobody decides on everything by accident
 */
export function filterOf(input: StartBulkDto): BulkFilter | null {
  const { comments, author, post, kind, since, job } = input;
  const narrows = [author, post, kind, job].some((field) => field !== undefined);
  if (comments !== undefined) {
    if (narrows || since !== undefined) {
      throw InvalidInput.at('/comments', 'Give a selection or a filter, not both.');
    }
    return null;
  }
  if (!narrows) {
    throw InvalidInput.at('/comments', 'Give comments, or a filter by author, post, kind or job.');
  }
  return {
    author: author ?? null,
    post: post ?? null,
    kind: kind ?? null,
    since: since === undefined ? null : new Date(since),
    job: job ?? null,
  };
}
