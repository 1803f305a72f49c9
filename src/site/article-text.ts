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
 * A post's text, separate from later additions at its end, so that readers see what is new, and
 * since when. A revision with a change above its end replaces the text.
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
