/**
 * Follows what the reader selects in the page. It never changes the selection, and says nothing
 * while a mouse is still drawing it.
 */
export class PageSelection {
  private drawing = false;
  private held = false;
  private readonly ends = new AbortController();

  /**
   * @param within the element that the reader may press without losing the selection
   * @param selected is told the range, or null when nothing is selected any more
   */
  constructor(
    private readonly within: Element,
    private readonly selected: (range: Range | null) => void,
  ) {
    const { signal } = this.ends;
    const options = { signal, capture: true, passive: true };
    document.addEventListener('selectionchange', this.look, { signal });
    document.addEventListener('pointerdown', this.pressed, options);
    for (const name of ['pointerup', 'pointercancel'])
      document.addEventListener(name, this.released, options);
  }

  end(): void {
    this.ends.abort();
  }

  private readonly pressed = (event: PointerEvent): void => {
    // A tap on a button takes the selection away in some browsers, before the click.
    this.held = event.composedPath().includes(this.within);
    this.drawing = !this.held && event.pointerType === 'mouse';
  };

  private readonly released = (): void => {
    if (!this.drawing) return;
    this.drawing = false;
    this.look();
  };

  /** Tells of the selection again: by now the reader may be able to do more with it. */
  readonly look = (): void => {
    if (this.drawing || this.held) return;
    const selection = document.getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    this.selected(range && !range.collapsed ? range.cloneRange() : null);
  };
}
