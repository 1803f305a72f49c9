import { directionOf } from '@colloquy/passages/language';

/** A string that is HTML already, and is inserted unchanged. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/**
 * The values of a template: HTML is inserted unchanged, other values are escaped, and null is
 * empty.
 */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/**
 * HTML from a template. Its values are escaped for use in elements and in quoted attributes. HTML
 * of our own renderer is passed through `safe`, which makes every such place visible in the code.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((text, string, at) => text + textOf(parts[at - 1]) + string));
}

/** HTML from a source that has made it safe: stored `html`, or JSON by `jsonIn`. */
export function safe(text: string): Html {
  return new Html(text);
}

/**
 * The stored `html` of a text as an element. Each of its blocks has the direction of its own text,
 * and code has the direction of code.
 */
export function textElement(name: string, text: string, language: string | null = null): Html {
  const directed = text.replace(
    /<(p|td|th|pre|code)\b|<li\b(?![^<]*<p>)/g,
    (tag, block?: string) => `${tag} dir="${/^(pre|code)$/.test(block ?? '') ? 'ltr' : 'auto'}"`,
  );
  const whole = directionOf(text.replace(/<[^>]*>|&\w+;/g, ''));
  const attributes = html`class="${name}" dir="${whole}" ${language && html`lang="${language}"`}`;
  return html`<div ${attributes}>${safe(directed)}</div>`;
}

/** JSON for the content of a `script` element; it cannot end the element. */
export function jsonIn(value: unknown): Html {
  return safe(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, asEscape));
}

const asEscape = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join('');
  if (part === null || part === undefined || part === false) return '';
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
