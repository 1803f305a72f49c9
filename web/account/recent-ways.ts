import { send } from './requests.js';
import { timeOf } from './times.js';

interface RecentWay {
  id: string;
  kind: 'app' | 'passkey';
  name: string | null;
  addedAt: string;
}

/** With another link the reset itself says what is wrong. */
const LISTED: ReadonlySet<string> = new Set(['done', 'link-not-valid']);

const group = document.querySelector('fieldset');
let asked: string | null = null;

/**
 * Shows what was added to the account lately, each with a mark that takes it away. A look uses no link up.
 * @returns why it could not be listed; null where it is
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

/** The ids of what is to go. */
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
