import { writeLine } from './markdown-inline.js';
import type { InlinePiece } from './markdown-runs.js';

const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map(
  Array.from('0123456789+-', (plain, i) => [plain, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'[i]]),
);

/** The current paragraph: its lines, and the marks of the next text. */
export class MarkdownParagraph {
  href: string | null = null;
  private lines: InlinePiece[][] = [[]];
  private readonly depths = new Map<number, number>();
  private raised = 0;
  private endsWithSpace = false;

  /** Adds running text: white space is collapsed. */
  text(text: string): void {
    let shown = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (this.endsWithSpace || this.isAtLineStart) shown = shown.replace(/^ /, '');
    if (this.raised > 0) shown = Array.from(shown, (one) => SUPERSCRIPTS.get(one) ?? one).join('');
    if (shown !== '') this.add('text', shown);
  }

  /** Adds a piece unchanged: text, code, or a URL that is its own text. */
  add(kind: InlinePiece['kind'], text: string): void {
    this.endsWithSpace = kind === 'text' && text.endsWith(' ');
    let marks = 0;
    for (const [mark, depth] of this.depths) if (depth > 0) marks += mark;
    const line = this.lines.at(-1)!;
    const last = line.at(-1);
    const continues = last?.kind === 'text' && last.marks === marks && last.href === this.href;
    if (kind === 'text' && continues) last.text += text;
    else line.push({ kind, text, marks, href: this.href });
  }

  /** Opens (1) or closes (-1) a mark. */
  mark(mark: number, step: 1 | -1): void {
    this.depths.set(mark, Math.max(0, (this.depths.get(mark) ?? 0) + step));
  }

  raise(step: 1 | -1): void {
    this.raised = Math.max(0, this.raised + step);
  }

  breakLine(): void {
    if (!this.isAtLineStart) this.lines.push([]);
  }

  get isAtLineStart(): boolean {
    return this.lines.at(-1)!.length === 0;
  }

  /** Whether nothing of the current line would show. */
  get isLineBlank(): boolean {
    return writeLine(this.lines.at(-1)!) === '';
  }

  /** Returns the lines with content, and clears the paragraph; open marks stay open. */
  take(): string[] {
    const lines = this.lines.map((pieces) => writeLine(pieces)).filter((line) => line !== '');
    this.lines = [[]];
    return lines;
  }
}
