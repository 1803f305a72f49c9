import type MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';

const QUOTE = /["\p{Pi}\p{Pf}„‚]/u;

/**
 * Makes `*` and `~` beside punctuation work in scripts without spaces between words: `**「本」**は`,
 * `**«Дом»**у`. The rule of CommonMark tells opening from closing marks by the adjacent
 * punctuation, which assumes spaces.
 */
export function readEmphasisAsMeant(md: MarkdownIt): void {
  md.use(cjkFriendly);
  const Former = md.inline.State;
  md.inline.State = class extends Former {
    override scanDelims(start: number, canSplitWord: boolean) {
      const found = super.scanDelims(start, canSplitWord);
      if (!canSplitWord) return found;
      const [before, after] = [this.src[start - 1] ?? ' ', this.src[start + found.length] ?? ' '];
      return {
        ...found,
        can_open: found.can_open || (QUOTE.test(after) && /\S/.test(before)),
        can_close: found.can_close || (QUOTE.test(before) && /\S/.test(after)),
      };
    }
  };
}
