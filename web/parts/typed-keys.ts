/** Keys that act in a field without typing a character. */
const EDITING = /^(Enter|Backspace|Delete|Home|End|Page|Arrow|Dead|Process)/;

/**
 * A page sees key events from a shadow tree as events of the host element, and cannot tell that
 * they are typed into a field. So keys that a field uses stop here: characters before any listener
 * of the page, others after the field. Escape, Tab and commands such as Ctrl+K propagate.
 */
export function keepTypedKeys(root: ShadowRoot, signal: AbortSignal): void {
  const keep = (event: KeyboardEvent) => {
    const field = event.composedPath()[0] as HTMLElement;
    if (field.getRootNode() !== root || !field.matches('input, textarea, select')) return;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
    const isCharacter = event.key.length === 1 && (!isCommand || /[acvxyz]/i.test(event.key));
    const isEditing = event.currentTarget === root && EDITING.test(event.key);
    if (isCharacter || isEditing) event.stopPropagation();
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    addEventListener(type, keep, { capture: true, signal });
    root.addEventListener(type, keep as EventListener, { signal });
  }
}
