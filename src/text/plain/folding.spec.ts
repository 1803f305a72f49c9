import fc from 'fast-check';
import { caseFold, fold, transliterate } from './folding.js';
import { runsOf } from '../../../test/support/full-form.js';

describe('caseFold', () => {
  it('makes one of all cases, also where lower case alone does not', () => {
    expect(caseFold('STRASSE')).toBe(caseFold('straße'));
    expect(caseFold('ΟΔΥΣΣΕΥΣ')).toBe(caseFold('οδυσσευς'));
    expect(caseFold('ſ')).toBe('s');
    expect(caseFold('АННА')).toBe('анна');
  });

  it('gives the same for a text in upper and in lower case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(caseFold(text.toUpperCase())).toBe(caseFold(caseFold(text)));
      }),
      { numRuns: runsOf(1_000), seed: 1 },
    );
  });
});

describe('transliterate', () => {
  it('writes Russian in Latin letters and leaves the rest', () => {
    expect(transliterate('Дзержинский, щука, объём: Ēvalds')).toBe(
      'dzerzhinskiy, shchuka, obem: ēvalds',
    );
  });

  it('knows the letters that other languages have', () => {
    expect(transliterate('Київ, Ґалаґан, Ђоковић, Љубљана, Қазақстан')).toBe(
      'kiyiv, galagan, djokovic, ljubljana, kazakstan',
    );
  });

  it('takes decomposed letters for what they are', () => {
    expect(transliterate('й'.normalize('NFD'))).toBe('y');
    expect(transliterate('ё'.normalize('NFD'))).toBe('e');
  });
});

describe('fold', () => {
  it('drops case and diacritics and knows the letters that do not decompose', () => {
    expect(fold('Jānis BĒRZIŅŠ')).toBe('janis berzins');
    expect(fold('Łódź, Æsir, Søren, Đorđe, Straße, İzmir, ﬁn')).toBe(
      'lodz, aesir, soren, dorde, strasse, izmir, fin',
    );
  });

  it('finds a Russian name under its Latin spelling', () => {
    expect(fold('Каренина')).toBe(fold('Karenina'));
    expect(fold('Берёза')).toBe(fold('берeза'));
  });

  it('keeps the vowels of scripts that write them as marks', () => {
    expect(fold('हिन्दी')).toBe('हिन्दी');
    expect(fold('がんば')).toBe('がんば');
    expect(fold('한국어')).toBe('한국어');
  });

  it('is idempotent, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: runsOf(2_000), seed: 1 },
    );
  });
});
