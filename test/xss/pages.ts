import { type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { findIntruders } from '../support/html-intruders.js';
import { readMarkup, textIn } from '../support/markup.js';

/** Attributes with addresses that a browser loads, opens or sends to. */
const ADDRESSES =
  /^(href|src|srcset|action|formaction|data|poster|background|cite|ping|xlink:href)$/;
const GOOD_ADDRESS = /^(https?:\/\/|mailto:|\/(?!\/)|#|\?)/;

/** Each element of a page with each of its attributes; scripts with their type. */
function partsOf(
  source: string,
  fragment: boolean,
): { parts: Map<string, number>; faults: string[]; data: string[] } {
  const { root, faults } = readMarkup(source, { fragment });
  const parts = new Map<string, number>();
  const data: string[] = [];
  const note = (part: string) => parts.set(part, (parts.get(part) ?? 0) + 1);
  const walk = (node: Tree.Node): void => {
    if (node.nodeName === '#comment') note('#comment');
    if ('tagName' in node) {
      const { tagName, namespaceURI, attrs } = node;
      const type = attrs.find(({ name }) => name === 'type')?.value;
      note(tagName === 'script' ? `script of ${type}` : tagName);
      if (namespaceURI !== 'http://www.w3.org/1999/xhtml') note(namespaceURI);
      for (const { name, value } of attrs) {
        note(`${tagName}.${name}`);
        if (ADDRESSES.test(name) && !GOOD_ADDRESS.test(value))
          note(`an address ${value.slice(0, 80)}`);
      }
      if (tagName === 'script' && type === 'application/ld+json') data.push(textIn(node));
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(root);
  return { parts, faults, data };
}

/**
 * The parts of pages with harmless texts. A page with hostile texts must not contain any other
 * part, except those that Markdown may produce.
 */
export class PageParts {
  private readonly known = new Set<string>();
  /** The number of scripts of each kind of page. */
  private readonly scripts = new Map<string, number>();

  /** @param kind such as `article`; pages of one kind have the same scripts */
  learn(kind: string, source: string, fragment = false): void {
    const { parts } = partsOf(source, fragment);
    for (const part of parts.keys()) this.known.add(part);
    this.scripts.set(kind, scriptsIn(parts));
  }

  /** @returns all forbidden parts */
  faultsOf(kind: string, source: string, fragment = false): string[] {
    const { parts, faults, data } = partsOf(source, fragment);
    const strange = [...parts.keys()].filter((part) => !this.known.has(part) && !isMarkdown(part));
    const scripts = scriptsIn(parts);
    return [
      ...strange.map((part) => `${part} is not of this page`),
      ...faults.map((fault) => `the parser complains: ${fault}`),
      ...(scripts === this.scripts.get(kind) ? [] : [`${scripts} scripts`]),
      ...data.flatMap(dataFaults),
    ];
  }
}

function scriptsIn(parts: ReadonlyMap<string, number>): number {
  return [...parts].reduce(
    (sum, [part, count]) => sum + (part.startsWith('script of') ? count : 0),
    0,
  );
}

/** Rendered Markdown has its own allowlist, which applies if it is the whole answer. */
function isMarkdown(part: string): boolean {
  const [element, attribute] = part.split('.');
  const sample = attribute === undefined ? `<${element}>` : '';
  if (attribute === 'href' || attribute === 'rel') return element === 'a';
  if (attribute !== undefined)
    return /^(ol\.start|t[hd]\.(align|dir)|(p|pre|code|li)\.dir)$/.test(part);
  return (
    findIntruders(sample).length === 0 && findIntruders(`<table>${sample}</table>`).length === 0
  );
}

/** Data for search engines is JSON, with one object of schema.org. */
function dataFaults(text: string): string[] {
  try {
    const { '@context': context } = JSON.parse(text) as Record<string, unknown>;
    return context === 'https://schema.org' ? [] : ['its data are not of schema.org'];
  } catch {
    return ['its data are no JSON'];
  }
}

/** Each `html` field in an answer, with its forbidden parts. */
export function htmlFaultsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => {
    if (name === 'html' && typeof held === 'string')
      return findIntruders(held).map((intruder) => `${path}/html: ${intruder}`);
    return htmlFaultsIn(held, `${path}/${name}`);
  });
}
