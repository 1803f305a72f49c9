import type { XmlElement } from './xml-visitor.js';

const UNCLOSED = /^Unclosed root tag|^Unexpected end/;

/** The message of sax, our sentence for it, and whether `--lenient` repairs the fault. */
const SENTENCES: readonly [RegExp, string, boolean][] = [
  [/^Non-whitespace before first tag/, 'text before the first tag', true],
  [/^Text data outside of root/, 'text outside the root element', true],
  [/^Unquoted attribute value/, 'attribute without quotes', true],
  [/^Attribute without value/, 'attribute without a value', true],
  [/^No whitespace between attributes/, 'no space between two attributes', true],
  [/^Invalid attribute name/, 'an attribute that is not well-formed', true],
  [/^Invalid character in tag name|^Invalid tagname in/, 'a tag that is not well-formed', true],
  [/^Invalid characters in|^Forward-slash in opening/, 'a tag that is not well-formed', true],
  [/^Unencoded </, 'a bare "<" in a text', true],
  [/^Invalid character entity/, 'an entity that XML does not know', true],
  [/^Invalid character in entity name/, 'a bare "&" in a text', true],
  [/^Malformed comment/, 'a comment with "--" in it', true],
  [/^Inappropriately located doctype/, 'a document type in the wrong place', false],
  [/^Max buffer length exceeded/, 'a tag or reference longer than 64 KB', false],
];

/**
 * @param closing the name in the tag being read
 * @param open the elements that are open, outermost first
 * @returns with the namespace prefix that is not declared, if that is the fault
 */
export function explainSaxError(
  message: string,
  closing: string,
  open: readonly XmlElement[],
): { cause: string; repairable: boolean; prefix?: string } {
  const innermost = open.at(-1);
  if (UNCLOSED.test(message)) {
    const where = innermost ? ` while <${innermost.name}> of line ${innermost.line} is open` : '';
    return { cause: `the file ends${where}: it was cut off`, repairable: false };
  }
  if (/^Unexpected close tag|^Unmatched closing tag/.test(message)) {
    const cause = innermost
      ? `</${closing}> where <${innermost.name}> of line ${innermost.line} is to be closed`
      : `</${closing}> closes nothing`;
    return { cause, repairable: false };
  }
  const prefix = /^Unbound namespace prefix: "([^":]*)/.exec(message)?.[1];
  if (prefix !== undefined) {
    return { cause: `the namespace prefix "${prefix}" is not declared`, repairable: true, prefix };
  }
  const known = SENTENCES.find(([pattern]) => pattern.test(message));
  return { cause: known?.[1] ?? 'not well-formed XML', repairable: known?.[2] ?? false };
}
