/** What stands in the page under a name. */
export function part<Found extends HTMLElement = HTMLElement>(name: string): Found | null {
  return document.querySelector<Found>(`[data-part="${name}"]`);
}

export function show(name: string, isShown: boolean): void {
  const found = part(name);
  if (found) found.hidden = !isShown;
}

/** A list of the page, made anew: one row of its template for each item. */
export function fill(
  name: string,
  row: string,
  items: readonly { id: string; texts: Readonly<Record<string, string>>; acts: boolean }[],
): void {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-row="${row}"]`)!;
  const rows = items.map(({ id, texts, acts }) => {
    const made = template.content.cloneNode(true) as DocumentFragment;
    for (const place of made.querySelectorAll<HTMLElement>('[data-from]'))
      place.textContent = texts[place.dataset.from!] ?? '';
    const button = made.querySelector('button')!;
    button.dataset.id = id;
    button.hidden = !acts;
    return made;
  });
  part(name)!.replaceChildren(...rows);
}

/** `2026-11-30 18:05`, by the clock of the reader and the same in every language. */
export function timeOf(instant: string): string {
  const at = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  const date = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${date} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
