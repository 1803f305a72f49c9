import { type DefaultTreeAdapterTypes as Tree, parseFragment } from 'parse5';
import { ALLOWED_ELEMENTS } from '../../src/text/html/html-allow-list.js';

const REL = 'nofollow ugc noopener noreferrer';

/** Parses rendered Markdown as a browser does, and returns everything outside the allowlist. */
export function findIntruders(html: string): string[] {
  return intrudersOf(parseFragment(html));
}

function intrudersOf(node: Tree.Node): string[] {
  const found: string[] = [];
  if (node.nodeName === '#comment' || node.nodeName === '#documentType') found.push(node.nodeName);
  if ('tagName' in node) {
    const allowed = ALLOWED_ELEMENTS[node.tagName];
    if (!allowed) found.push(`<${node.tagName}>`);
    if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(node.namespaceURI);
    for (const { name, value } of node.attrs) {
      if (!allowed?.includes(name)) found.push(`${node.tagName}.${name}`);
      if (name === 'href' && !/^(?:https?:\/\/[^\s"'<>`]+|mailto:[^\s"'<>`]*)$/.test(value)) {
        found.push(`href=${value}`);
      }
      if (name === 'rel' && value !== REL) found.push(`rel=${value}`);
    }
    const names = node.attrs.map(({ name }) => name);
    if (names.includes('href') !== names.includes('rel')) found.push('an address without rel');
  }
  if ('childNodes' in node) found.push(...node.childNodes.flatMap(intrudersOf));
  return found;
}
