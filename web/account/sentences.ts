const said = document.getElementById('said')!;
const field = document.querySelector('input');
const fault = document.getElementById('fault');

/** Removes the former sentences before a new request. */
export function ask(): void {
  said.replaceChildren();
  fault?.replaceChildren();
  field?.removeAttribute('aria-invalid');
}

/** Shows a sentence of the page, with values from the answer of the service. */
export function say(name: string, values: Readonly<Record<string, string>> = {}): void {
  const sentence = sentenceNamed(name) ?? sentenceNamed('failed')!;
  for (const place of sentence.querySelectorAll<HTMLElement>('[data-from]'))
    place.textContent = values[place.dataset.from!] ?? '';
  said.replaceChildren(sentence);
}

/** The same, and moves the focus of screen reader users to it. */
export function tell(name: string, values: Readonly<Record<string, string>> = {}): void {
  say(name, values);
  said.focus();
}

/** @returns whether the rule has a sentence; it is shown at the field, which gets the focus */
export function sayAtField(rule: string): boolean {
  const sentence = sentenceNamed(rule);
  if (!sentence || !field) return false;
  fault?.replaceChildren(sentence);
  field.setAttribute('aria-invalid', 'true');
  field.focus();
  return true;
}

function sentenceNamed(name: string): DocumentFragment | null {
  const kept = document.querySelector<HTMLTemplateElement>(
    `template[data-say="${CSS.escape(name)}"]`,
  );
  return kept && (kept.content.cloneNode(true) as DocumentFragment);
}
