const ALL = 'colloquy-passage';
const ONE = 'colloquy-passage-active';

/** In a layer, so that the page's own styles for these names take precedence. */
const RULES = `@layer colloquy {
  @media screen {
    ::highlight(${ALL}) { background-color: var(--colloquy-passage, rgb(214 158 46 / 0.24)); }
    ::highlight(${ONE}) { background-color: var(--colloquy-passage-active, rgb(214 158 46 / 0.5)); }
  }
}`;

let sheet: CSSStyleSheet | null = null;

/** Marks text of the page by the CSS Custom Highlight API, which does not change the page. */
export class Marks {
  /** Browsers without the API show the list of passages and the buttons beside the text. */
  static readonly areKnown = typeof Highlight === 'function' && 'highlights' in CSS;
  private readonly shown: Record<string, readonly Range[]> = { [ALL]: [], [ONE]: [] };

  constructor(article: Element) {
    if (!Marks.areKnown) return;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(RULES);
    }
    const root = article.getRootNode() as Document | ShadowRoot;
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }

  show(ranges: readonly Range[]): void {
    this.replace(ALL, ranges);
  }

  /** Highlights the passage that the reader points at. */
  activate(range: Range | null): void {
    this.replace(ONE, range ? [range] : []);
  }

  clear(): void {
    this.show([]);
    this.activate(null);
  }

  /** Threads of one page share the names; each replaces only its own ranges. */
  private replace(name: string, ranges: readonly Range[]): void {
    if (!Marks.areKnown) return;
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    for (const range of this.shown[name]!) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    this.shown[name] = ranges;
    if (name === ONE) highlight.priority = 1;
    CSS.highlights.set(name, highlight);
  }
}
