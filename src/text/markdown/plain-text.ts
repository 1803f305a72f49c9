const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * The text of HTML that was rendered here, like `textContent` of its element: without tags, and
 * with all white space. Not for HTML from other sources.
 */
export function plainTextOf(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
      (whole, decimal, hex, name) => {
        if (name) return NAMED[String(name).toLowerCase()];
        const point = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : String(whole);
      },
    );
}
