const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z][A-Za-z\d]{0,31}));/y;
const XML_ENTITIES = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** The longest reference, including one of two halves. */
export const MAX_REFERENCE = 80;

/** The replacement of the source up to `to`; `what` names the repair, null for none. */
export interface RepairedReference {
  to: number;
  text: string;
  what: string | null;
}

/** Repairs the reference, or the bare "&", that starts at `at`. */
export function repairReference(source: string, at: number): RepairedReference {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source);
  if (!match) return { to: at + 1, text: '&amp;', what: 'escaped a bare "&"' };
  const [text, decimal, hex, name] = match;
  const to = at + text.length;
  if (name !== undefined) {
    if (XML_ENTITIES.has(name)) return { to, text, what: null };
    return { to, text: `&amp;${name};`, what: 'kept an entity that XML does not know' };
  }
  const code = codeOf(decimal, hex);
  return isXmlCharacter(code) ? { to, text, what: null } : joinHalves(source, to, code);
}

/** Repairs all references in the value of an attribute. */
export function repairReferences(value: string): string {
  let text = '';
  let from = 0;
  for (let at = value.indexOf('&'); at >= 0; at = value.indexOf('&', from)) {
    const reference = repairReference(value, at);
    text += value.slice(from, at) + reference.text;
    from = reference.to;
  }
  return text + value.slice(from);
}

/** `&#55357;&#56832;` is one emoji, written by a program that uses UTF-16. */
function joinHalves(source: string, to: number, high: number): RepairedReference {
  REFERENCE.lastIndex = to;
  const next = REFERENCE.exec(source);
  const low = codeOf(next?.[1], next?.[2]);
  if (next && high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff) {
    const text = String.fromCharCode(high, low);
    return { to: to + next[0].length, text, what: 'joined a character written as two halves' };
  }
  return { to, text: '', what: 'dropped a reference to a forbidden character' };
}

function codeOf(decimal: string | undefined, hex: string | undefined): number {
  return decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  if (code === 0xfffe || code === 0xffff) return false;
  return code < 0xd800 || (code > 0xdfff && code <= 0x10ffff);
}
