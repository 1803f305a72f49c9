import { addressOf } from '../../posts/shape/post-addresses.js';
import type { PublicThread } from './public-export.js';

const COLUMNS = ['id', 'parent', 'author', 'written', 'edited', 'post', 'title', 'address', 'text'];

/** Spreadsheets treat cells that start with these as formulas. */
const FORMULA = /^[=+\-@\t\r]/;

/** A line for each public comment, in the format of RFC 4180, in UTF-8. */
export async function* csvOf(
  threads: AsyncIterable<PublicThread>,
  publicUrl: string,
): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  for await (const { post, comments } of threads) {
    const address = addressOf(post, publicUrl);
    for await (const comment of comments) {
      yield csvLine([
        comment.id,
        comment.parent?.id ?? '',
        comment.authorName ?? '',
        timeOf(comment.createdAt),
        comment.editedAt === null ? '' : timeOf(comment.editedAt),
        post.id,
        post.title,
        address,
        comment.body,
      ]);
    }
  }
}

/** A cell that could be treated as a formula starts with an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const text = FORMULA.test(cell) ? `'${cell}` : cell;
    return `"${text.replaceAll('"', '""')}"`;
  });
  return `${quoted.join(',')}\r\n`;
}

/** In UTC, without a time zone. */
function timeOf(instant: string): string {
  return new Date(`${instant}Z`).toISOString();
}
