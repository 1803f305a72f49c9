import type { PostWriting } from '../posts/shape/posts.repository.js';

/** The updates below the text. */
interface AddedText {
  html: string;
  at: string;
}

export interface ArticleText {
  html: string;
  added: AddedText[];
}

/**
 * A post's text, apart from what was added to its end later: readers see which words are new, and
 * since when. A revision that changed anything above is the text itself.
 */
export function articleTextOf({ html, history }: PostWriting): ArticleText | null {
  if (!html) return null;
  const bytes = Buffer.from(html);
  const added: AddedText[] = [];
  let end = bytes.length;
  for (const { continues, at } of history) {
    if (continues === null) break;
    // The HTML of a text closes all of its elements, so the following HTML is independent of it.
    const addition = bytes.toString('utf8', continues, end).trim();
    if (addition !== '') added.unshift({ html: addition, at });
    end = continues;
  }
  return { html: bytes.toString('utf8', 0, end), added };
}
