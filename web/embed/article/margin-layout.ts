/** The size of a button beside the text. */
const SIDE = 24;
const GAP = 6;

export interface Spot {
  readonly left: number;
  readonly top: number;
}

/**
 * The positions of the buttons of passages: beside the last line of each, in the margin at the end
 * of the lines, and moved down where two would overlap. All in pixels from `origin`.
 */
export function spotsOf(article: Element, ranges: readonly Range[], origin: Spot): (Spot | null)[] {
  const left = leftOf(article) - origin.left;
  const scroller = scrollerOf(article)?.getBoundingClientRect() ?? null;
  const order = ranges
    .map((range, index) => ({ index, line: lastLine(range) }))
    .toSorted((one, other) => (one.line?.top ?? 0) - (other.line?.top ?? 0));
  const spots: (Spot | null)[] = ranges.map(() => null);
  let free = -Infinity;
  for (const { index, line } of order) {
    // Not visible: inside a closed disclosure, or scrolled out of its box.
    if (!line) continue;
    const middle = line.top + line.height / 2;
    if (scroller && (middle < scroller.top || middle > scroller.bottom)) continue;
    const top = Math.max(middle - SIDE / 2 - origin.top, free);
    free = top + SIDE + 1;
    spots[index] = { left, top };
  }
  return spots;
}

export function lastLine(range: Range): DOMRect | null {
  return (
    [...range.getClientRects()].findLast(({ width, height }) => width > 0 && height > 0) ?? null
  );
}

function leftOf(article: Element): number {
  const { left, right } = article.getBoundingClientRect();
  const { direction, paddingLeft, paddingRight } = getComputedStyle(article);
  if (direction === 'rtl') return Math.max(0, left + parseFloat(paddingLeft) - GAP - SIDE);
  const width = document.documentElement.clientWidth;
  return Math.min(right - parseFloat(paddingRight) + GAP, width - SIDE);
}

function scrollerOf(element: Element): Element | null {
  for (let box: Element | null = element; box && box !== document.body; box = box.parentElement)
    if (box !== document.documentElement && /auto|scroll/.test(getComputedStyle(box).overflowY))
      return box;
  return null;
}
