/** The reader's selection within one comment. */
export interface Selected {
  readonly id: string;
  readonly text: string;
  /** The text of the comment before the selection. */
  readonly before: string;
}

/** Null unless the selection is within a single comment. */
export function selectedIn(root: ShadowRoot): Selected | null {
  const range = rangeIn(root);
  const body = range && bodyOf(range.startContainer);
  if (!range || !body || body !== bodyOf(range.endContainer)) return null;
  const text = range.toString();
  const id = body.closest<HTMLElement>('[data-id]')?.dataset.id;
  if (!id || text.trim() === '') return null;
  const before = range.cloneRange();
  before.setStart(body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return { id, text, before: before.toString() };
}

/** Browsers differ in how they expose a selection in a shadow root. */
function rangeIn(root: ShadowRoot): Range | null {
  const ways = root as { getSelection?: () => Selection | null };
  const selection = ways.getSelection?.() ?? document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const composed = selection as {
    getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
  };
  const found = ways.getSelection
    ? selection.getRangeAt(0)
    : (composed.getComposedRanges?.({ shadowRoots: [root] })[0] ?? selection.getRangeAt(0));
  if (found.collapsed || !root.contains(found.startContainer)) return null;
  const range = new Range();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

function bodyOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.comment > .body') ?? null;
}
