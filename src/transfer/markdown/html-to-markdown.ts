import { MarkdownBlocks } from './markdown-blocks.js';
import { MarkdownParagraph } from './markdown-paragraph.js';
import { EMPHASIS, STRONG, STRUCK } from './markdown-runs.js';
import { type HtmlToken, tokenizeHtml } from './html-tokens.js';
import { fitText } from './imported-text.js';
import { addressOf, nameOfFile } from './imported-address.js';

// oxfmt-ignore
const BLOCKS = new Set([
  'p', 'div', 'section', 'article', 'aside', 'main', 'header', 'footer', 'nav', 'address', 'center',
  'figure', 'figcaption', 'details', 'summary', 'form', 'fieldset', 'legend', 'dl', 'dt', 'dd',
  'table', 'caption', 'thead', 'tbody', 'tfoot', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
]);

const MARKS: ReadonlyMap<string, number> = new Map([
  ['b', STRONG],
  ['strong', STRONG],
  ['i', EMPHASIS],
  ['em', EMPHASIS],
  ['s', STRUCK],
  ['del', STRUCK],
  ['strike', STRUCK],
]);

const CONTAINERS = new Set(['blockquote', 'ul', 'ol', 'li']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt', 'var']);
const PLAYERS = new Set(['iframe', 'embed', 'video', 'audio', 'source']);
/**
 * The Markdown for the HTML of a comment. Characters with a meaning in Markdown are escaped. Images
 * and players become links. Content that a browser would not show is dropped, and so are links that
 * are not http, https or mailto. One line break stays one, two make a paragraph. `base` resolves
 * relative links. Linear in the length of `html`; empty when nothing would show.
 *
 * It uses no library that builds a tree: trees overflow the stack on HTML that is nested a few
 * thousand levels deep, which a spammer can easily write. It uses no library with a stack of open
 * tags either: htmlparser2 12 takes a minute for a mebibyte of `<b>`, and drops the end of `a<b`.
 */
export function htmlToMarkdown(html: string, base: string | null = null): string {
  const writer = new MarkdownWriter(base);
  for (const token of tokenizeHtml(html)) writer.take(token);
  return writer.finish();
}

class MarkdownWriter {
  private readonly blocks = new MarkdownBlocks();
  private readonly paragraph = new MarkdownParagraph();
  private heading = 0;
  private cells = 0;
  /** Line breaks between the cells of a table are not part of the text. */
  private betweenCells = false;
  /** Text of `pre` or `code`, which is kept unchanged. */
  private verbatim: { name: string; text: string } | null = null;

  constructor(private readonly base: string | null) {}

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.text(token.text);
    else if (this.verbatim) this.takeVerbatim(token);
    else if (token.kind === 'open') this.open(token.name, token.attributes);
    else this.close(token.name);
  }

  finish(): string {
    if (this.verbatim) this.endVerbatim();
    this.endParagraph();
    return fitText(this.blocks.toString());
  }

  private takeVerbatim(token: HtmlToken): void {
    const { name, text } = this.verbatim!;
    if (token.kind === 'open' && token.name === 'br') this.verbatim!.text = `${text}\n`;
    if (token.kind !== 'close') return;
    if (token.name === name) this.endVerbatim();
    else if (BLOCKS.has(token.name) || CONTAINERS.has(token.name)) {
      this.endVerbatim();
      this.close(token.name);
    }
  }

  private endVerbatim(): void {
    const { name, text } = this.verbatim!;
    this.verbatim = null;
    const lines = text.replace(/\r\n?/g, '\n').split('\n');
    const from = lines.findIndex((line) => line.trim() !== '');
    const to = lines.findLastIndex((line) => line.trim() !== '');
    if (from < 0) return;
    if (name !== 'pre' && from === to) {
      this.paragraph.add('code', lines[from].replace(/\s+/g, ' ').trim());
      return;
    }
    this.endParagraph();
    this.blocks.writeCode(lines.slice(from, to + 1));
  }

  private text(text: string): void {
    if (this.verbatim) this.verbatim.text += text;
    else this.paragraph.text(text);
  }

  private open(name: string, attributes: ReadonlyMap<string, string>): void {
    const mark = MARKS.get(name);
    if (mark) this.paragraph.mark(mark, 1);
    else if (name === 'br') this.break();
    else if (name === 'a') this.paragraph.href = addressOf(attributes.get('href'), this.base);
    else if (name === 'img') this.image(attributes);
    else if (name === 'pre' || CODE.has(name)) this.verbatim = { name, text: '' };
    else if (name === 'q') this.text('“');
    else if (name === 'sup') this.paragraph.raise(1);
    else if (name === 'tr') this.row();
    else if (name === 'td' || name === 'th') this.cell();
    else if (PLAYERS.has(name)) this.address(attributes.get('src'));
    else this.openBlock(name, attributes);
  }

  private openBlock(name: string, attributes: ReadonlyMap<string, string>): void {
    if (!CONTAINERS.has(name) && !BLOCKS.has(name)) return;
    this.endParagraph();
    if (name === 'blockquote') this.blocks.quotation();
    else if (name === 'li') this.blocks.item();
    else if (name === 'ul') this.blocks.list(false);
    else if (name === 'ol') this.blocks.list(true, startOf(attributes.get('start')));
    else if (name === 'hr') this.blocks.write(['* * *']);
    else if (/^h\d$/.test(name)) this.heading = Number(name[1]);
  }

  private close(name: string): void {
    const mark = MARKS.get(name);
    if (mark) this.paragraph.mark(mark, -1);
    else if (name === 'a') this.paragraph.href = null;
    else if (name === 'q') this.text('”');
    else if (name === 'td' || name === 'th') this.betweenCells = true;
    else if (name === 'sup') this.paragraph.raise(-1);
    else if (CONTAINERS.has(name)) {
      this.endParagraph();
      if (name === 'blockquote') this.blocks.close('quotation');
      else if (name === 'li') this.blocks.closeItem();
      else this.blocks.close('list');
    } else if (BLOCKS.has(name)) {
      this.endParagraph();
      if (name === 'table') this.betweenCells = false;
    }
  }

  /**
   * One break ends the line, a second the paragraph; breaks at the edges of a paragraph are
   * dropped.
   */
  private break(): void {
    if (this.betweenCells) return;
    if (this.paragraph.isLineBlank) this.endParagraph();
    else this.paragraph.breakLine();
  }

  private row(): void {
    this.cells = 0;
    this.betweenCells = true;
    this.paragraph.breakLine();
  }

  private cell(): void {
    this.cells += 1;
    this.betweenCells = false;
    if (this.cells > 1) this.text(' | ');
  }

  private image(attributes: ReadonlyMap<string, string>): void {
    const alt = (attributes.get('alt') ?? '').replace(/\s+/g, ' ').trim();
    if (/smil|emoji/i.test(attributes.get('class') ?? '')) return this.text(alt);
    const source = addressOf(attributes.get('src'), this.base);
    if (this.paragraph.href !== null || source === null)
      return this.text(alt || nameOfFile(source));
    if (alt === '') return this.address(source);
    this.paragraph.href = source;
    this.text(alt);
    this.paragraph.href = null;
  }

  private address(source: string | undefined): void {
    const address = addressOf(source, this.base);
    if (address === null) return;
    if (this.paragraph.href === null) this.paragraph.add('address', address);
    else this.text(nameOfFile(address));
  }

  private endParagraph(): void {
    const lines = this.paragraph.take();
    const { heading } = this;
    this.heading = 0;
    if (lines.length === 0) return;
    if (heading > 0) {
      // A `#` at the end would close the heading.
      const text = lines.join(' ').replace(/(?<!\\)#$/, '\\#');
      this.blocks.write([`${'#'.repeat(heading)} ${text}`]);
    } else {
      this.blocks.write(lines);
    }
  }
}

function startOf(start: string | undefined): number {
  return start !== undefined && /^\d{1,9}$/.test(start) ? Number(start) : 1;
}
