import fc from 'fast-check';
import { nameKeys, skeleton } from './confusables.js';
import { runsOf } from '../../../test/support/full-form.js';

const collide = (a: string, b: string) => nameKeys(a).some((key) => nameKeys(b).includes(key));

describe('skeleton', () => {
  it('maps a character to its prototype and keeps the rest', () => {
    expect(skeleton('modern')).toBe('rnodern');
    expect(skeleton('раураl')).toBe('paypal');
    expect(skeleton('10')).toBe('lO');
    expect(skeleton('a\u200db\u00ad')).toBe('ab');
  });

  it('is the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(skeleton(text.normalize('NFD'))).toBe(skeleton(text.normalize('NFC')));
      }),
      { numRuns: runsOf(1_000), seed: 1 },
    );
  });
});

describe('nameKeys', () => {
  it.each([
    ['Ivan', 'IVAN'],
    ['Ivan', 'lvan'],
    ['IVAN', 'lvan'],
    ['Ivan', '1van'],
    ['admin', 'аdmin'],
    ['admin', 'adrnin'],
    ['admin', 'ＡＤＭＩＮ'],
    ['bob', 'b0b'],
    ['B0B', 'bob'],
    ['PayPal', 'РауРаl'],
    ['BAH', 'ВАН'],
    ['Анна', 'АННА'],
    ['Анна', 'Aннa'],
    ['Jānis', 'Ja\u0304nis'],
    ['Jānis', 'JĀNIS'],
    ['Weiß', 'WEISS'],
    ['scope', 'ѕсоре'],
    ['𝐀𝐧𝐧𝐚', 'anna'],
  ])('lets %j and %j collide', (a, b) => {
    expect(collide(a, b)).toBe(true);
  });

  it.each([
    ['Jānis', 'Janis'],
    ['Анна', 'Anna'],
    ['Иван', 'Ivan'],
    ['Bērziņš', 'Berzins'],
    ['ad.min', 'admin'],
    ['Anna K', 'AnnaK'],
    ['anna-k', 'anna_k'],
    ['Михаил', 'Михайл'],
  ])('tells %j from %j', (a, b) => {
    expect(collide(a, b)).toBe(false);
  });

  it('gives every case of a name a key in common with the name', () => {
    const names = fc.stringMatching(/^[A-Za-zĀ-žА-яЁё0-9_.-]{3,30}$/);
    fc.assert(
      fc.property(names, (name) => {
        expect(collide(name, name.toUpperCase())).toBe(true);
        expect(collide(name, name.toLowerCase())).toBe(true);
        expect(collide(name, name.normalize('NFD'))).toBe(true);
      }),
      { numRuns: runsOf(2_000), seed: 1 },
    );
  });

  it('sees through a lookalike in any place of a name', () => {
    const lookalikes: Record<string, string> = {
      a: 'а',
      c: 'с',
      e: 'е',
      i: 'і',
      j: 'ј',
      l: 'I',
      m: 'rn',
      o: '0',
      p: 'р',
      s: 'ѕ',
      x: 'х',
      y: 'у',
    };
    const letters = fc.constantFrom(...Object.keys(lookalikes));
    const names = fc.array(letters, { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(names, fc.nat(), (name, position) => {
        const spoof = name.map((letter, i) =>
          i === position % name.length ? lookalikes[letter] : letter,
        );
        expect(collide(spoof.join(''), name.join(''))).toBe(true);
      }),
      { numRuns: runsOf(1_000), seed: 1 },
    );
  });

  it('gives one or two keys, short enough for an index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (name) => {
        const keys = nameKeys(name);
        expect([1, 2]).toContain(keys.length);
        for (const key of keys) expect(Buffer.byteLength(key)).toBeLessThan(2_704);
      }),
      { numRuns: runsOf(1_000), seed: 1 },
    );
    expect(Buffer.byteLength(nameKeys('ﷺ'.repeat(40))[0])).toBeLessThan(2_704);
  });
});
