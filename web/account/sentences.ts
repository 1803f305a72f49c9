const said = document.getElementById('said')!;
const field = document.querySelector('input');
const fault = document.getElementById('fault');

/** Takes away what was said before something is asked anew. */
export function ask(): void {
  said.replaceChildren();
  fault?.replaceChildren();
  field?.removeAttribute('aria-invalid');
}

/** Shows a sentence of the page, with what the service has answered in it. */
export function say(name: string, values: Readonly<Record<string, string>> = {}): void {
  const sentence = sentenceNamed(name) ?? sentenceNamed('failed')!;
  for (const place of sentence.querySelectorAll<HTMLElement>('[data-from]'))
    place.textContent = values[place.dataset.from!] ?? '';
  said.replaceChildren(sentence);
}

/** The same, and leads who listens there. */
export function tell(name: string, values: Readonly<Record<string, string>> = {}): void {
  say(name, values);
  said.focus();
}

/** @returns whether there is a sentence for the rule; it stands with the field, which has the focus */
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
