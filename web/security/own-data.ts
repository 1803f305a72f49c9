import { fetchFile, Refused } from '../account/service-requests.js';
import { timeOf } from '../account/times.js';
import { fill, part, show } from './parts.js';
import { call, held } from './service-calls.js';

interface HeldBack {
  about: 'comment' | 'account' | 'report';
  until: string;
  reason: string;
}

interface Erasure {
  dueAt: string;
  heldBack: HeldBack[];
}

/** Shows whether an erasure of the account is pending. */
export async function loadErasure(hasPassword: boolean): Promise<void> {
  const erasure = await call<Erasure>('GET', 'users/me/erasure').catch((error: unknown) => {
    if (error instanceof Refused && error.say === 'erasure-not-found') return null;
    throw error;
  });
  show('erase-password', hasPassword);
  show('erase', erasure === null);
  show('closing', erasure !== null);
  part('due')!.textContent = erasure && timeOf(erasure.dueAt);
  showHeldBack(erasure?.heldBack ?? []);
}

/** Shows the evidence that the erasure keeps for a time, and why. */
function showHeldBack(heldBack: readonly HeldBack[]): void {
  show('held-back', heldBack.length > 0);
  const words = part('evidence')!.dataset;
  const rows = heldBack.map(({ about, until, reason }, at) => ({
    id: String(at),
    texts: { about: words[about]!, until: timeOf(until), reason },
    acts: false,
  }));
  fill('evidence', 'evidence', rows);
}

/** Saves the data export as a file. */
export async function take(): Promise<string> {
  const file = await fetchFile('users/me/export', held.token);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'my-comments.zip';
  link.click();
  // The browser has started to save the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return 'downloaded';
}

export async function erase(fields: object): Promise<string> {
  await call('DELETE', 'users/me', fields);
  return 'closed';
}

export async function keep(): Promise<string> {
  await call('DELETE', 'users/me/erasure');
  return 'kept';
}
