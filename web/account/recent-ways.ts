import { send } from './requests.js';
import { timeOf } from './times.js';

interface RecentWay {
  id: string;
  kind: 'app' | 'passkey';
  name: string | null;
  addedAt: string;
}

const group = document.querySelector('fieldset');

/** Shows what was added to the account lately, each with a mark that takes it away. A look uses no link up. */
export async function showRecent(token: string): Promise<void> {
  if (!group) return;
  group.hidden = true;
  const { values } = await send('reset-password/ways', { token });
  const { items = [] } = values as { items?: readonly RecentWay[] };
  group.querySelector('ul')!.replaceChildren(...items.map(rowOf));
  group.hidden = items.length === 0;
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
