import { lastUpTo } from '../../parts/binary-search.js';

const LEFT_OUT = 'script, style, noscript, template, colloquy-thread';

/** The text of an element of the page, and the position of each piece in the page. */
export class PageText {
  readonly text: string;
  private readonly nodes: readonly Text[];
  private readonly starts: readonly number[];

  constructor(readonly element: Element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const nodes: Text[] = [];
    const starts: number[] = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push(node as Text);
      starts.push(text.length);
      text += (node as Text).data;
    }
    this.text = text;
    this.nodes = nodes;
    this.starts = starts;
  }

  /** The text from `start` to before `end`, as a range of the page. */
  rangeOf(start: number, end: number): Range | null {
    const [first, last] = [lastUpTo(this.starts, start), lastUpTo(this.starts, end - 1)];
    if (first < 0 || last < first) return null;
    const range = document.createRange();
    try {
      range.setStart(this.nodes[first]!, start - this.starts[first]!);
      range.setEnd(this.nodes[last]!, end - this.starts[last]!);
      return range;
    } catch {
      // The page has changed its text since it was read; it will be read again soon.
      return null;
    }
  }

  /** The part of the text that a range of the page covers; null if it covers none. */
  placeOf(range: Range): { start: number; end: number } | null {
    let [start, end] = [-1, -1];
    this.nodes.forEach((node, index) => {
      if (!range.intersectsNode(node)) return;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      if (from >= to) return;
      if (start < 0) start = this.starts[index]! + from;
      end = this.starts[index]! + to;
    });
    return start < 0 ? null : { start, end };
  }
}
