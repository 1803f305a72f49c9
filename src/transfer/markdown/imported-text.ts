import { findForbiddenCharacter, isBlank, normalise } from '../../text/plain/text-gate.js';
import { decodeEntities } from './html-entities.js';

/** As in `findForbiddenCharacter`; imports remove these characters and are not refused. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\p{Surrogate}\p{Noncharacter_Code_Point}\u202a-\u202e]/gu;
const ISOLATES = /[\u2066-\u2069]/g;

/** Tags that titles and names really contain; `List<String>` is no tag. */
const INLINE_TAG =
  /<\/?(?:a|abbr|b|big|br|cite|code|del|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|u|wbr)(?:\s[^<>]*)?\/?>/gi;

/** An entity that was escaped twice, such as the `&#8217;` of `&amp;#8217;`. */
const LEFT_OVER =
  /&(?:amp|quot|apos|lt|gt|nbsp|hellip|[lr][sd]quo|[nm]dash|#\d{2,5}|#x[\da-f]{2,4});/i;

/** `text` in a form that the gate accepts: NFC, without forbidden characters. */
export function fitText(text: string): string {
  const fit = normalise(text.replace(FORBIDDEN, ''));
  return findForbiddenCharacter(fit) ? fit.replace(ISOLATES, '') : fit;
}

/** One line of plain text, such as a title, of at most `length` code points, from HTML or text. */
export function importedLine(source: string, length: number): string {
  let text = decodeEntities(source.replace(INLINE_TAG, ''));
  if (LEFT_OVER.test(text)) text = decodeEntities(text);
  text = fitText(text).replace(/\s+/gu, ' ').trim();
  if (isBlank(text)) return '';
  return text.length <= length ? text : Array.from(text).slice(0, length).join('').trimEnd();
}
