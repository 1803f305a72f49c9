import fc from 'fast-check';
import { anyCharacter } from '../../../test/support/any-character.js';
import { findNameFault, findUsernameFault, tidyName } from './names.js';
import { runsOf } from '../../../test/support/full-form.js';

describe('findUsernameFault', () => {
  it.each(['abc', 'Anna_K', 'a.b-c', '123', 'a'.repeat(30)])('takes %s', (username) => {
    expect(findUsernameFault(username)).toBeNull();
  });

  it.each(['ab', 'a'.repeat(31), 'a b c', 'anna!', 'Jānis', 'иван', 'abc\n', '', 'a\u200bbc'])(
    'refuses %j',
    (username) => {
      expect(findUsernameFault(username)?.detail).toMatch(/^Must be 3 to 30/);
    },
  );
});

describe('findNameFault', () => {
  it.each([
    'Jānis Bērziņš',
    'Анна Каренина',
    'Иван',
    'Nguyễn Thị Minh Khai',
    'Nguyễn Thị Minh Khai'.normalize('NFD'),
    "O'Brien-Smith, Jr.",
    '山田 太郎',
    'محمد',
    'דוד',
    'हिन्दी',
    'G.',
    '7',
    '🦊',
    '👍🏽',
    'رضا\u200cعلی',
    'क्\u200dष',
    '👩\u200d🔬 Zane',
    '🏳\ufe0f\u200d🌈 Toms',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'a'.repeat(40),
    'e\u0301'.repeat(40),
  ])('takes %j', (name) => {
    expect(findNameFault(name)).toBeNull();
  });

  it.each([
    ['nothing', '', 'empty'],
    ['41 characters', 'a'.repeat(41), 'at most 40'],
    ['a line break', 'a\nb', 'white space'],
    ['a line separator', 'a\u2028b', 'invisible'],
    ['a tab', 'a\tb', 'white space'],
    ['a no-break space', 'a\u00a0b', 'white space'],
    ['an ideographic space', 'a\u3000b', 'white space'],
    ['a space before', ' a', 'begin or end'],
    ['a space after', 'a ', 'begin or end'],
    ['two spaces', 'a  b', 'single spaces'],
    ['a zero-width space', 'a\u200bb', 'invisible'],
    ['a zero-width joiner', 'a\u200db', 'invisible'],
    ['a joiner between letters that it does not join', 'ا\u200dل', 'invisible'],
    ['a non-joiner at the end', 'علی\u200c', 'invisible'],
    ['a joiner behind an emoji', '👩\u200d', 'invisible'],
    ['a byte order mark', '\ufeffa', 'invisible'],
    ['a soft hyphen', 'a\u00adb', 'invisible'],
    ['a variation selector', 'a\ufe0f', 'invisible'],
    ['a tag', 'a\u{e0041}', 'invisible'],
    ['a direction mark', 'a\u200f', 'invisible'],
    ['a closed isolate', '\u2067a\u2069', 'invisible'],
    ['an override', 'a\u202eb', 'bidirectional'],
    ['a Hangul filler', 'a\u3164', 'invisible'],
    ['a blank of Braille', 'a\u2800', 'invisible'],
    ['a private character', 'a\ue000', 'invisible or unassigned'],
    ['an unassigned character', 'a\u0378', 'invisible or unassigned'],
    ['NUL', 'a\0', 'control'],
    ['half of a pair', 'a\ud800', 'well-formed'],
    ['three marks on a letter', 'a\u0301\u0302\u0303\u0304', 'combining marks in a row'],
    ['a mark before all letters', '\u0301a', 'begin with a combining mark'],
    ['a mark on a space', 'a \u0301b', 'begin with a combining mark'],
    ['only punctuation', '...', 'letter, a digit or a pictograph'],
    ['only symbols', '+=$', 'letter, a digit or a pictograph'],
  ])('refuses %s', (_what, name, sentence) => {
    expect(findNameFault(name)?.detail).toContain(sentence);
  });

  it('never takes a name that shows as nothing or as another line', () => {
    // Compiled once, because it covers thousands of emoji.
    const emoji = new RegExp('\\p{RGI_Emoji}', 'gv');
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 6 }), (name) => {
        const shown = name.replace(emoji, '');
        const hidden = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\n\r]/u.test(shown);
        expect(hidden && findNameFault(name) === null).toBe(false);
      }),
      { numRuns: runsOf(5_000), seed: 1 },
    );
  });

  it.each([
    ['Anna\u00a0Karenina', 'Anna Karenina'],
    ['  Anna \t\u3000 Karenina ', 'Anna Karenina'],
    ['Anna\nKarenina', 'Anna\nKarenina'],
  ])('is kept with single spaces: %j', (typed, kept) => {
    expect(tidyName(typed)).toBe(kept);
  });

  it('judges composed and decomposed text alike', () => {
    const letters = fc.constantFrom('ā', 'ņ', 'й', 'ё', 'ễ', 'ạ\u0302', 'q\u0301\u0302', 'a', ' ');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 45 }), (name) => {
        expect(findNameFault(name.normalize('NFD'))).toEqual(findNameFault(name.normalize('NFC')));
      }),
      { numRuns: runsOf(1_000), seed: 1 },
    );
  });
});
