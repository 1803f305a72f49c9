/**
 * Reports the reader's selection in the page. It never changes the selection, and reports nothing
 * while the mouse button is down.
 */
export class PageSelection {
  private drawing = false;
  private held = false;
  private readonly ends = new AbortController();

  /**
   * @param within the element that may be pressed without losing the selection
   * @param selected called with the range, or null when nothing is selected any more
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
    // In some browsers a tap on a button clears the selection before the click.
    this.held = event.composedPath().includes(this.within);
    this.drawing = !this.held && event.pointerType === 'mouse';
  };

  private readonly released = (): void => {
    if (!this.drawing) return;
    this.drawing = false;
    this.look();
  };

  /** Reports the selection again, since the reader may have gained permissions. */
  readonly look = (): void => {
    if (this.drawing || this.held) return;
    const selection = document.getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    this.selected(range && !range.collapsed ? range.cloneRange() : null);
  };
}
