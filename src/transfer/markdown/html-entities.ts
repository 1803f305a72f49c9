import { decodeHTMLStrict } from 'entities';

const REFERENCE = /&#?\w{1,32};/g;
/** A character above U+FFFF as old exports write it: two halves. */
const HALVES = /&#(\d{5});&#(\d{5});/g;

/** Decodes entities as HTML does; unknown ones stay unchanged. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return (
    text
      .replace(HALVES, (whole, high: string, low: string) => joinHalves(whole, +high, +low))
      // HTML shows a replacement character for an invalid one; a comment is better without it.
      .replace(REFERENCE, (one) => decodeHTMLStrict(one).replace('\ufffd', ''))
  );
}

function joinHalves(whole: string, high: number, low: number): string {
  const isPair = high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
  return isPair ? String.fromCharCode(high, low) : whole;
}
