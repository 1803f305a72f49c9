import { type DefaultTreeAdapterTypes as Tree, html, parse, type ParserError } from 'parse5';

type Node = Tree.Node;
export type Element = Tree.Element;

/** A page parsed as by a browser, with the parse errors. */
export interface Markup {
  root: Tree.Document;
  faults: string[];
  /** Elements of this name in document order; all elements without a name. */
  all: (name?: string) => Element[];
}

/** @param source a whole document, or with `fragment` the inside of a body */
export function readMarkup(source: string, { fragment = false } = {}): Markup {
  const faults: string[] = [];
  const onParseError = ({ code, startLine }: ParserError) => faults.push(`${code}:${startLine}`);
  const whole = fragment
    ? `<!doctype html><html lang="en"><head><title>t</title></head><body>${source}</body></html>`
    : source;
  const root = parse(whole, { onParseError });
  const elements = walk(root);
  const all = (name?: string) => elements.filter(({ tagName }) => !name || tagName === name);
  return { root, faults, all };
}

export function attribute(element: Element | undefined, name: string): string | null {
  return element?.attrs.find((one) => one.name === name)?.value ?? null;
}

export function textIn(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

function walk(node: Node): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(walk) : [];
  return 'tagName' in node && node.namespaceURI === html.NS.HTML ? [node, ...below] : below;
}
