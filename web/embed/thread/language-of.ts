/**
 * The language of a comment, as far as its letters tell it, so that it is read aloud by a voice
 * that knows it; undefined leaves that to the page.
 */
export function languageOf(text: string, ofPost = ''): string | undefined {
  const base = ofPost.split('-')[0]!;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  const share = (script: RegExp) => (text.match(script)?.length ?? 0) / letters;
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return CYRILLIC.has(base) ? ofPost : 'ru';
  if (share(/\p{Script=Hebrew}/gu) > 0.5) return 'he';
  if (share(/\p{Script=Arabic}/gu) > 0.5) return base === 'fa' || base === 'ur' ? ofPost : 'ar';
  if (share(/\p{Script=Latin}/gu) < 0.5) return undefined;
  if (share(/[āčēģīķļņšūž]/giu) > 0.03) return 'lv';
  return CYRILLIC.has(base) || base === 'lv' ? 'en' : ofPost || undefined;
}

const CYRILLIC = new Set(['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk']);
