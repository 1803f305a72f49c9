/** The element that has a name in the page. */
export function part<Found extends HTMLElement = HTMLElement>(name: string): Found | null {
  return document.querySelector<Found>(`[data-part="${name}"]`);
}

export function show(name: string, isShown: boolean): void {
  const found = part(name);
  if (found) found.hidden = !isShown;
}

/** Fills a list of the page again: one copy of its template for each item. */
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
    const button = made.querySelector('button');
    if (button) {
      const { name, device = name } = texts;
      button.setAttribute('aria-label', `${button.textContent.trim()}: ${device}`);
      button.dataset.id = id;
      button.hidden = !acts;
    }
    return made;
  });
  part(name)!.replaceChildren(...rows);
}
