/** Keys that do something in a field beside those that write a character. */
const EDITING = /^(Enter|Backspace|Delete|Home|End|Page|Arrow|Dead|Process)/;

/**
 * A page hears of keys in a shadow tree as if they were pressed on the element, and cannot tell that they
 * are typed into a field. So what a field uses ends there: characters before any listener of the page,
 * other keys when the field has had them. Escape, Tab and commands such as Ctrl+K go on.
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
