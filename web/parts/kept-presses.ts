/** A resting hand moves the mouse no further than this between down and up, in pixels. */
const RESTS_WITHIN = 4;

/**
 * If content inserted above moves a button between mouse down and mouse up, the button gets no
 * click: the browser sends it to the common ancestor. This treats such a press as a click.
 */
export function keepPresses(root: ShadowRoot, signal: AbortSignal): void {
  let pressed: { button: HTMLElement; x: number; y: number } | null = null;
  // Listens on the document, because a press elsewhere ends one whose end was not seen.
  document.addEventListener(
    'pointerdown',
    (event) => {
      const { pointerType, button: of, clientX: x, clientY: y } = event;
      const target = event.composedPath()[0] as Element;
      const button = root.contains(target) ? target.closest<HTMLElement>('button') : null;
      pressed = button && pointerType === 'mouse' && of === 0 ? { button, x, y } : null;
    },
    { capture: true, signal },
  );
  document.addEventListener(
    'click',
    (event) => {
      const meant = pressed;
      pressed = null;
      // Clicks of the keyboard and of scripts are not affected.
      if (!meant || !event.isTrusted || event.detail === 0) return;
      const { button, x, y } = meant;
      const moved = Math.hypot(event.clientX - x, event.clientY - y);
      if (button.isConnected && moved <= RESTS_WITHIN && !event.composedPath().includes(button))
        button.click();
    },
    { capture: true, signal },
  );
}
