/** A hand that rests moves the mouse no further than this between down and up, in pixels. */
const RESTS_WITHIN = 4;

/**
 * A button that moves away between mouse down and mouse up, since something has come above it, gets no
 * click: the browser gives it to what stands around both. It was pressed all the same.
 */
export function keepPresses(root: ShadowRoot, signal: AbortSignal): void {
  let pressed: { button: HTMLElement; x: number; y: number } | null = null;
  // Everywhere: a press elsewhere ends one whose end was not seen.
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
      // The keyboard clicks, too, and scripts do.
      if (!meant || !event.isTrusted || event.detail === 0) return;
      const { button, x, y } = meant;
      const moved = Math.hypot(event.clientX - x, event.clientY - y);
      if (button.isConnected && moved <= RESTS_WITHIN && !event.composedPath().includes(button))
        button.click();
    },
    { capture: true, signal },
  );
}
