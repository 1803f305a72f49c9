/** Encodes all but ASCII letters and digits; a lone surrogate becomes its three bytes. */
export function percentEncoded(text: string): string {
  let encoded = '';
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const isHalf = point >= 0xd800 && point <= 0xdfff;
    const bytes = isHalf
      ? [0xed, 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)]
      : Buffer.from(character);
    if (/[A-Za-z0-9._~-]/.test(character)) encoded += character;
    else for (const byte of bytes) encoded += `%${byte.toString(16).padStart(2, '0')}`;
  }
  return encoded;
}
