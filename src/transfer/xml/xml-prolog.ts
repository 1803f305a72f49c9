const PART =
  /<!--[^]*?-->|<\?[^]*?\?>|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>|<[A-Za-z][\w.-]*(?=[\s/>])/g;

export interface RepairedProlog {
  /** XML declaration, comments, doctype and as many line breaks as there were. */
  text: string;
  /** The position in `head` where the root starts. */
  rootAt: number;
  /** The line of the first omitted part; null when nothing was omitted. */
  droppedLine: number | null;
}

/**
 * The text before the root without invalid parts: blank lines before the XML declaration, and
 * warnings of PHP in text and HTML. The declaration comes first, so that later lines keep their
 * numbers. Null when none of the `roots` starts in `head`.
 */
export function repairProlog(head: string, roots: readonly string[]): RepairedProlog | null {
  let declaration = '';
  let kept = '';
  let from = 0;
  let droppedLine: number | null = null;
  const drop = (to: number, always = false) => {
    const text = head.slice(from, to);
    const lead = always ? 0 : text.search(/[^\s\ufeff]/);
    if (lead >= 0 && text !== '') droppedLine ??= 1 + countLineBreaks(head.slice(0, from + lead));
    kept += '\n'.repeat(countLineBreaks(text));
    from = to;
  };
  for (const { 0: part, index } of head.matchAll(PART)) {
    const to = index + part.length;
    const isDeclaration = declaration === '' && /^<\?xml\s/.test(part);
    drop(index, isDeclaration);
    if (roots.includes(part.slice(1)))
      return { text: declaration + kept, rootAt: index, droppedLine };
    if (isDeclaration) declaration = part;
    else if (/^<[!?]/.test(part)) kept += part;
    else drop(to);
    from = to;
  }
  return null;
}

export function countLineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
