import fc from 'fast-check';
import { anyCharacter } from '../../../test/support/any-character.js';
import type { Fault } from './fault.js';
import {
  countGraphemes,
  findForbiddenCharacter,
  findTextFault,
  isBlank,
  normalise,
  type TextRules,
} from './text-gate.js';
import { runsOf } from '../../../test/support/full-form.js';

const BODY: TextRules = { maxGraphemes: 10_000, minGraphemes: 1, multiline: true };
const LINE: TextRules = { maxGraphemes: 40, minGraphemes: 1, multiline: false };

const SENTENCES: Readonly<Record<string, RegExp>> = {
  'ill-formed': /half of a surrogate pair/,
  'control-character': /control characters/,
  noncharacter: /noncharacters/,
  'bidi-override': /embeddings or overrides/,
  'unbalanced-isolate': /isolate must be closed/,
  'line-break': /single line/,
  'too-many-marks': /more than 8 combining marks/,
  'too-short': /at least \d+ characters/,
  'too-long': /at most \d+ characters/,
  'too-many-bytes': /at most \d+ bytes/,
  blank: /at least one visible character/,
};
const kindIn = (fault: Fault | null) =>
  fault && Object.keys(SENTENCES).find((kind) => SENTENCES[kind].test(fault.detail));
const kindOf = (value: string, rules: TextRules) => kindIn(findTextFault(value, rules));

describe('every character of the basic plane', () => {
  const forbidden = /(?![\t\n\r])\p{Cc}|[\p{Surrogate}\p{Noncharacter_Code_Point}\u202a-\u202e]/u;
  const mark = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

  it('is forbidden by its properties, also among plain letters', () => {
    const isolates = /[\u2066-\u2069]/;
    const wrong = all.filter(
      (one) =>
        (findForbiddenCharacter(`word ${one}`) !== null) !==
        (forbidden.test(one) || isolates.test(one)),
    );
    expect(wrong).toEqual([]);
  });

  it('is bounded in a row when it is a mark or invisible', () => {
    const wrong = all
      .filter((one) => !forbidden.test(one) && !/[\u2066-\u2069]/.test(one))
      .filter(
        (one) => (kindOf(`word ${one.repeat(9)}`, BODY) === 'too-many-marks') !== mark.test(one),
      );
    expect(wrong).toEqual([]);
  });
});

describe('findForbiddenCharacter', () => {
  it.each([
    ['half of a surrogate pair', 'a\ud83d', 'ill-formed'],
    ['the other half', '\ude00a', 'ill-formed'],
    ['a pair the wrong way round', '\ude00\ud83d', 'ill-formed'],
    ['NUL', 'a\0b', 'control-character'],
    ['backspace', 'a\bb', 'control-character'],
    ['vertical tab', 'a\vb', 'control-character'],
    ['form feed', 'a\fb', 'control-character'],
    ['escape', '\u001b[31m', 'control-character'],
    ['delete', 'a\u007f', 'control-character'],
    ['next line, a C1 control', 'a\u0085b', 'control-character'],
    ['the last C1 control', 'a\u009f', 'control-character'],
    ['U+FDD0', 'a\ufdd0', 'noncharacter'],
    ['U+FFFE', 'a\ufffe', 'noncharacter'],
    ['U+FFFF', '\uffff', 'noncharacter'],
    ['the last code point', 'a\u{10ffff}', 'noncharacter'],
    ['U+1FFFE', '\u{1fffe}', 'noncharacter'],
    ['an embedding', 'a\u202bb\u202c', 'bidi-override'],
    ['an override', 'file\u202egnp.exe', 'bidi-override'],
    ['an isolate left open', 'a\u2067b', 'unbalanced-isolate'],
    ['an isolate closed twice', '\u2068a\u2069\u2069', 'unbalanced-isolate'],
    ['an isolate closed before it opens', '\u2069a\u2066', 'unbalanced-isolate'],
    ['an isolate over a line break', '\u2066a\nb\u2069', 'unbalanced-isolate'],
  ])('refuses %s', (_what, value, kind) => {
    expect(kindIn(findForbiddenCharacter(value))).toBe(kind);
  });

  it.each([
    ['tabs and line breaks', 'a\tb\nc\r\nd'],
    ['Latvian and Cyrillic', 'Jānis Bērziņš, Анна Каренина'],
    ['Arabic, Hebrew and direction marks', 'السلام \u200f שלום \u200e'],
    ['closed isolates, one in the other', 'a \u2067b \u2066c\u2069\u2069 d'],
    ['emoji of several code points', '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️ 👍🏽'],
    ['private use and unassigned code points', '\ue000 \u{e0fff}'],
    ['the replacement character', '\ufffd'],
  ])('lets %s pass', (_what, value) => {
    expect(findForbiddenCharacter(value)).toBeNull();
  });

  it('refuses every string that Postgres or UTF-8 would not give back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 40 }), (value) => {
        const safe = Buffer.from(value).toString() === value && !value.includes('\0');
        return safe || findForbiddenCharacter(value) !== null;
      }),
      { numRuns: runsOf(2_000), seed: 1 },
    );
  });

  it('never repeats the input in its sentence', () => {
    expect(findForbiddenCharacter('secret\0')?.detail).toBe(
      'Must not hold control characters other than tab and line breaks.',
    );
  });
});

describe('findTextFault', () => {
  it('counts what a reader counts: a family is one character', () => {
    expect(kindOf('👩‍👩‍👧‍👦'.repeat(10), LINE)).toBeNull();
    expect(kindOf('e\u0301'.repeat(40), LINE)).toBeNull();
    expect(kindOf('e\u0301'.repeat(41), LINE)).toBe('too-long');
    expect(kindOf('ж'.repeat(40), LINE)).toBeNull();
    expect(kindOf('ж'.repeat(41), LINE)).toBe('too-long');
  });

  it('refuses more than four code points for each character allowed', () => {
    const flag = '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';
    expect(countGraphemes(flag)).toBe(1);
    expect(kindOf(flag.repeat(22), LINE)).toBeNull();
    expect(kindOf(flag.repeat(23), LINE)).toBe('too-long');
  });

  it('refuses more bytes than allowed, 64 KiB unless said', () => {
    expect(kindOf('a'.repeat(65_536), { maxGraphemes: 100_000, multiline: true })).toBeNull();
    expect(kindOf('ж'.repeat(32_769), { maxGraphemes: 100_000, multiline: true })).toBe(
      'too-many-bytes',
    );
    expect(kindOf('ab', { maxGraphemes: 10, maxBytes: 1, multiline: true })).toBe('too-many-bytes');
  });

  it('refuses line breaks of every kind in a single line', () => {
    for (const lineBreak of ['\n', '\r', '\u2028', '\u2029']) {
      expect(kindOf(`a${lineBreak}b`, LINE)).toBe('line-break');
      expect(kindOf(`a${lineBreak}b`, BODY)).toBeNull();
    }
  });

  it('refuses what shows nothing when something is required', () => {
    const nothing = [
      '',
      ' \n\t',
      '\u00a0\u3000',
      '\u200b\u200d\ufeff',
      '\u3164\u115f',
      '\u2800',
      '\u00ad',
    ];
    for (const value of nothing) {
      expect(isBlank(value)).toBe(true);
      expect(kindOf(value, BODY)).toBe('blank');
      expect(kindOf(value, { ...BODY, minGraphemes: 0 })).toBeNull();
    }
    expect(isBlank('.')).toBe(false);
  });

  it('refuses text shorter than the least', () => {
    const rules = { maxGraphemes: 10, minGraphemes: 3, multiline: false };
    expect(kindOf('ab', rules)).toBe('too-short');
    expect(kindOf('e\u0301e\u0301', rules)).toBe('too-short');
    expect(kindOf('abc', rules)).toBeNull();
  });

  it('refuses piles of marks, also when invisible characters part them', () => {
    expect(kindOf(`a${'\u0301'.repeat(8)}`, BODY)).toBeNull();
    expect(kindOf(`a${'\u0301'.repeat(9)}`, BODY)).toBe('too-many-marks');
    expect(kindOf(`a${'\u0301\u200d'.repeat(5)}`, BODY)).toBe('too-many-marks');
  });

  it('refuses five thousand marks on one letter', () => {
    const tower = `a${'\u0301'.repeat(5_000)}`;
    expect(countGraphemes(tower)).toBe(1);
    expect(findTextFault(tower, BODY)).not.toBeNull();
  });
});

describe('normalise', () => {
  it('gives NFC and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(normalise(value)).toBe(value.normalize('NFC'));
        expect(normalise(value.normalize('NFD'))).toBe(normalise(value));
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(normalise(' Be\u0304rzin\u0327s\u030c ')).toBe(' Bērziņš ');
    expect(normalise('ﬁ ①')).toBe('ﬁ ①');
  });
});

describe('countGraphemes', () => {
  it('stops one past the limit', () => {
    expect(countGraphemes('abcdef', 3)).toBe(4);
    expect(countGraphemes('abc', 3)).toBe(3);
    expect(countGraphemes('')).toBe(0);
  });

  it('counts a long text as a short one, whatever stands where it is divided', () => {
    const units = ['x', 'ж', '\r\n', 'e\u0301', '🇱🇻', '👨‍👩‍👧‍👦', '👍🏽', 'क्षि', '\ud83d', '\u{1d165}'];
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    for (const unit of units) {
      for (let before = 505; before < 515; before++) {
        const value = `${'x'.repeat(before)}${unit.repeat(600)}`;
        expect(countGraphemes(value)).toBe([...segmenter.segment(value)].length);
      }
    }
  });

  it('counts two hundred thousand characters, and a tower of as many marks', () => {
    expect(countGraphemes('x'.repeat(200_000))).toBe(200_000);
    expect(countGraphemes(`a${'\u0301'.repeat(200_000)}`)).toBe(1);
    expect(countGraphemes('👨‍👩‍👧‍👦'.repeat(20_000), 100_000)).toBe(20_000);
  });
});
