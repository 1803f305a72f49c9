/** The wanted languages: of the element or the page around it, then of the browser. */
export function wantedLanguages(element: HTMLElement): string[] {
  const around = element.closest<HTMLElement>('[lang]') ?? document.documentElement;
  return [around.lang, ...navigator.languages];
}
