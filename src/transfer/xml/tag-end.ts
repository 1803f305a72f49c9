/**
 * The end of the tag that starts at `at`, after its `>`. A quote counts only where a value may
 * start, and a `<` outside quotes means that this was no tag. One pass, whatever the text.
 */
export function findTagEnd(text: string, at: number): number | 'unclosed' | 'no tag' {
  let valueBegins = false;
  for (let i = at + 1; i < text.length; i += 1) {
    const character = text[i];
    if (character === '>') return i + 1;
    if (character === '<') return 'no tag';
    if (valueBegins && (character === '"' || character === "'")) {
      i = text.indexOf(character, i + 1);
      if (i < 0) return 'unclosed';
      valueBegins = false;
    } else if (!/\s/.test(character)) {
      valueBegins = character === '=';
    }
  }
  return 'unclosed';
}
