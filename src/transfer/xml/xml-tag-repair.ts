import { countLineBreaks } from './xml-prolog.js';
import { repairReferences } from './xml-references.js';

/** `<name attribute="value" ... >` or `</name>`, in well-formed XML. */
const WELL_FORMED =
  /^<(?:\/[^\s<>/="']+\s*|[^\s<>/="']+(?:\s+[\p{L}_:][\p{L}\p{N}_.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?)>$/u;

const START = /^<\/?[^\s<>/="']+/;
const NAME = /^[\p{L}_:][\p{L}\p{N}_.:-]*$/u;
const ATTRIBUTE = /([^\s<>/="']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+?)(?=\s|\/?>$)))?/y;

/** Repairs a tag's attributes; `what` is null if no repair was needed. */
export function repairTag(tag: string): { tag: string; what: string | null } {
  const isWellFormed = WELL_FORMED.test(tag);
  const isSimple = tag.indexOf('=') === tag.lastIndexOf('=') && !tag.includes('&');
  if (isWellFormed && isSimple) return { tag, what: null };
  const start = START.exec(tag)![0];
  if (start.startsWith('</')) {
    if (isWellFormed) return { tag, what: null };
    return { tag: `${start}>`, what: 'dropped what stood in a closing tag' };
  }
  const { attributes, isChanged, isUnquoted } = readAttributes(tag, start.length);
  if (isWellFormed && !isChanged) return { tag, what: null };
  const list = [...attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
  // Lost line breaks are inserted before the end, so that later lines keep their numbers.
  const breaks = '\n'.repeat(countLineBreaks(tag) - countLineBreaks(list));
  const end = tag.endsWith('/>') ? '/>' : '>';
  const what = isUnquoted ? 'put quotes around an attribute' : 'repaired the attributes of a tag';
  return { tag: `${start}${list}${breaks}${end}`, what };
}

/** The attributes after `from`, each once; other characters are dropped. */
function readAttributes(tag: string, from: number) {
  const attributes = new Map<string, string>();
  let isChanged = false;
  let isUnquoted = false;
  for (let at = from; at < tag.length - 1;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(tag);
    // White space, a stray quote or a slash is skipped.
    at = match ? ATTRIBUTE.lastIndex : at + 1;
    if (!match) continue;
    const [, name, double, single, bare] = match;
    const value = double ?? single ?? bare ?? '';
    const repaired = repairReferences(value).replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    isUnquoted ||= bare !== undefined;
    isChanged ||= attributes.has(name) || repairReferences(value) !== value;
    if (NAME.test(name) && !attributes.has(name)) attributes.set(name, repaired);
  }
  return { attributes, isChanged, isUnquoted };
}
