import MarkdownIt from 'markdown-it';

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g;
const HALVES = /&#(\d{5});&#(\d{5});/g;

/** What HTML reads for 128 to 159, which old exports took from Windows-1252. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The only list of HTML's named entities here is markdown-it's. */
const { unescapeAll } = new MarkdownIt().utils;

/** The text that HTML shows for `text`; entities that HTML does not know stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(HALVES, (whole, high: string, low: string) => joinHalves(whole, +high, +low))
    .replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return unescapeAll(whole);
      return fromCode(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal));
    });
}

function joinHalves(whole: string, high: number, low: number): string {
  const isPair = high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
  return isPair ? String.fromCharCode(high, low) : whole;
}

/** Nothing for what is no character: NUL, other controls, lone surrogates, past Unicode. */
function fromCode(code: number): string {
  if (code >= 128 && code <= 159) return WINDOWS_1252[code - 128];
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '';
  if (code < 32 && code !== 9 && code !== 10 && code !== 13) return '';
  return String.fromCodePoint(code);
}
