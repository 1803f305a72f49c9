import { ask } from './sentences.js';

let isBusy = false;

/** Whether something is under way. */
export function isUnderWay(): boolean {
  return isBusy;
}

/**
 * Does what a button is for, one thing at a time. A button that is off while it sends would lose the focus.
 * @returns undefined where something else is under way
 */
export async function press<Done>(
  button: HTMLElement,
  work: () => Promise<Done>,
): Promise<Done | undefined> {
  if (isBusy) return undefined;
  isBusy = true;
  const { textContent: act } = button;
  const { sending = act } = button.closest('form')?.dataset ?? {};
  button.setAttribute('aria-disabled', 'true');
  button.textContent = sending;
  ask();
  try {
    return await work();
  } finally {
    isBusy = false;
    button.removeAttribute('aria-disabled');
    button.textContent = act;
  }
}
