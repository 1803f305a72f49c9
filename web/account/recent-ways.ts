import { send } from './requests.js';
import { timeOf } from './times.js';

interface RecentWay {
  id: string;
  kind: 'app' | 'passkey';
  name: string | null;
  addedAt: string;
}

/** For any other link the password reset itself reports the fault. */
const LISTED: ReadonlySet<string> = new Set(['done', 'link-not-valid']);

const group = document.querySelector('fieldset');
let asked: string | null = null;

/**
 * Lists recently added factors, with checkboxes to remove them. The link stays valid.
 * @returns why they could not be listed; null on success
 */
export async function showRecent(token: string): Promise<string | null> {
  if (!group) return null;
  group.hidden = true;
  asked = token;
  const asking = send<{ items: readonly RecentWay[] }>('reset-password/ways', { token });
  const { say, values } = await asking;
  if (!LISTED.has(say)) return say;
  // Another link was opened meanwhile.
  if (asked !== token) return null;
  const items = values?.items ?? [];
  group.querySelector('ul')!.replaceChildren(...items.map(rowOf));
  group.hidden = items.length === 0;
  return null;
}

/** The ids of the factors to remove. */
export function chosenRecent(): string[] {
  return [...(group?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])].map(
    ({ value }) => value,
  );
}

function rowOf({ id, kind, name, addedAt }: RecentWay): DocumentFragment {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-row="${kind}"]`)!;
  const row = template.content.cloneNode(true) as DocumentFragment;
  row.querySelector('input')!.value = id;
  row.querySelector('span')!.textContent = [name, timeOf(addedAt)].filter(Boolean).join(', ');
  return row;
}
