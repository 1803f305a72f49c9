import { ask } from './sentences.js';

let isBusy = false;

/** Whether a request is running. */
export function isUnderWay(): boolean {
  return isBusy;
}

/**
 * Runs one action of a button at a time. Disabling the button would lose the focus.
 * @returns undefined if another action is running
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
