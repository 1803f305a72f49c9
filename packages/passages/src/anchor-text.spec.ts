import fc from 'fast-check';
import { anyCharacter } from '../../../test/support/any-character.js';
import { AnchorText, type Passage } from './anchor-text.js';
import { runsOf } from '../../../test/support/full-form.js';

/** A stored passage of a text; `part` must occur in it once. */
function passageOf(text: string, part: string): Passage {
  const start = Array.from(text.slice(0, text.indexOf(part))).length;
  const position = { start, end: start + Array.from(part).length };
  return { quote: new AnchorText(text).quoteAt(position), position };
}

function sliceOf(text: string, { start, end }: { start: number; end: number }): string {
  return Array.from(text).slice(start, end).join('');
}

const REVIEW = `Filma sākas 1940. gada vasarā. Režisors rāda tikai to, ko redzēja kareivji.
В архиве сохранилось письмо, в котором сказано, что эшелон ушёл четырнадцатого июня.
The figure of 15,424 people is disputed: the list that the film shows ends in July 😀.
Filma beidzas 1941. gadā, un režisors neko nepaskaidro.`;

describe('AnchorText', () => {
  it.each([
    ['Latvian', 'Režisors rāda tikai to, ko redzēja kareivji'],
    ['Russian', 'эшелон ушёл четырнадцатого июня'],
    ['English', 'The figure of 15,424 people is disputed'],
    ['behind an emoji', 'režisors neko nepaskaidro'],
  ])('finds a passage that has moved: %s', (_, part) => {
    const after = `Pievienots 11. aprīlī 😀😀: precizēts.\n\n${REVIEW}`;
    const found = new AnchorText(after).find(passageOf(REVIEW, part));
    expect(found.state).toBe('exact');
    expect(sliceOf(after, found.place!)).toBe(part);
  });

  it.each([
    [
      'Latvian',
      'Režisors rāda tikai to, ko redzēja kareivji',
      'Režisors rāda vienīgi to, ko redzējuši kareivji',
    ],
    [
      'Russian',
      'В архиве сохранилось письмо, в котором сказано, что эшелон ушёл',
      'В архивах сохранилось и письмо, где сказано, что эшелон ушёл',
    ],
    [
      'English',
      'The figure of 15,424 people is disputed: the list that the film shows ends in July',
      'The figure of 15,443 people was disputed: the list which the film shows ends in July',
    ],
  ])('finds a passage that was reworded near what it was: %s', (_, part, reworded) => {
    const after = `Something new at the top.\n${REVIEW.replace(part, reworded)}`;
    const found = new AnchorText(after).find(passageOf(REVIEW, part));
    expect(found.state).toBe('near');
    const words = sliceOf(after, found.place!);
    expect(reworded).toContain(words.slice(0, -4));
    expect(words.length).toBeGreaterThan(reworded.length * 0.7);
  });

  it('has no place for a passage that is gone', () => {
    const part = 'эшелон ушёл четырнадцатого июня';
    const after = REVIEW.replace(part, 'об этом ничего не известно');
    expect(new AnchorText(after).find(passageOf(REVIEW, part))).toEqual({
      state: 'orphaned',
      place: null,
    });
    expect(new AnchorText('').find(passageOf(REVIEW, part)).state).toBe('orphaned');
  });

  it('does not take a short passage for the same words elsewhere', () => {
    const before = 'In 1953 he came home. Nothing is known of the year 1956, when the papers end.';
    const after =
      'Then he came home. The camp was opened by decree in 1953 and stood for ten years.';
    expect(new AnchorText(after).find(passageOf(before, '1953')).state).toBe('orphaned');
    const kept = 'In 1953 he came home at last. Nothing else is known.';
    expect(new AnchorText(kept).find(passageOf(before, '1953'))).toEqual({
      state: 'exact',
      place: { start: 3, end: 7 },
    });
  });

  it('tells passages of the same words apart by what surrounds them', () => {
    const before =
      'One: the list is incomplete, they say. Two: the list is incomplete, as we know.';
    const second = before.lastIndexOf('the list is incomplete');
    const position = { start: second, end: second + 22 };
    const passage = { quote: new AnchorText(before).quoteAt(position), position };
    const after = `A new beginning of some length. ${before}`;
    expect(new AnchorText(after).find(passage).place!.start).toBe(second + 32);
  });

  const text = fc
    .string({ unit: anyCharacter, maxLength: 200 })
    .map((value) => value.normalize('NFC'));
  const selection = fc
    .tuple(text, fc.nat(), fc.nat())
    .filter(([value]) => value.length > 0)
    .map(([value, one, other]) => {
      const length = Array.from(value).length;
      const start = one % length;
      return { value, position: { start, end: start + 1 + (other % (length - start)) } };
    });

  it('finds what has not changed where it was, whatever it is', () => {
    fc.assert(
      fc.property(selection, ({ value, position }) => {
        const anchored = new AnchorText(value);
        const found = anchored.find({ quote: anchored.quoteAt(position), position });
        expect(found).toEqual({ state: 'exact', place: position });
      }),
      { numRuns: runsOf(2_000), seed: 1 },
    );
  });

  it('names a place within the text, and calls exact only what is', () => {
    fc.assert(
      fc.property(selection, text, ({ value, position }, after) => {
        const quote = new AnchorText(value).quoteAt(position);
        const { state, place } = new AnchorText(after).find({ quote, position });
        expect(place === null).toBe(state === 'orphaned');
        if (!place) return;
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.start).toBeLessThan(place.end);
        expect(place.end).toBeLessThanOrEqual(Array.from(after).length);
        if (state === 'exact') expect(sliceOf(after, place)).toBe(quote.exact);
      }),
      { numRuns: runsOf(2_000), seed: 1 },
    );
  });

  it('finds again what only moved, through any number of edits around it', () => {
    const words = fc.array(fc.constantFrom('gads', 'война', 'list', 'камень', 'rīts', '1941'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 5 }), (edits) => {
        const part = 'это свидетельство никто не проверил 😀 un nepārbaudīs';
        let value = `Sākums. ${part}. Beigas.`;
        let passage = passageOf(value, part);
        for (const [before, behind] of edits) {
          value = `${before.join(' ')} ${part} ${behind.join(' ')}`;
          const found = new AnchorText(value).find(passage);
          expect(found.state).toBe('exact');
          expect(sliceOf(value, found.place!)).toBe(part);
          passage = { ...passage, position: found.place! };
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
