import fc from 'fast-check';
import { anyCharacter } from '../../../test/support/any-character.js';
import { safeHref } from './safe-href.js';
import { runsOf } from '../../../test/support/full-form.js';

describe('safeHref', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['HTTP://EXAMPLE.org/A?b=c&d=e#f', 'http://example.org/A?b=c&d=e#f'],
    ['ht\ntps://exam\tple.org/', 'https://example.org/'],
    ['https://кино.рф/а', 'https://xn--h1adke.xn--p1ai/%D0%B0'],
    ['mailto:anna@example.org', 'mailto:anna@example.org'],
    ['https://e.org/"onclick="x', 'https://e.org/%22onclick=%22x'],
    ["https://e.org/a'b", 'https://e.org/a%27b'],
    ['https:e.org', 'https://e.org/'],
  ])('gives for %j the address %s', (address, href) => {
    expect(safeHref(address)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript://example.org/%0aalert(1)',
    'javascript&colon;alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://e.org/1',
    'filesystem:https://e.org/1',
    'view-source:https://e.org/',
    'file:///etc/passwd',
    'ftp://e.org/',
    'tel:+37120000000',
    '//e.org/a',
    '/a',
    'a',
    '#a',
    '',
    'https://',
    'https://bank.example@evil.example/',
    'https://a:b@e.org/',
    `https://e.org/${'a'.repeat(2_048)}`,
    `https://e.org/${'ж'.repeat(400)}`,
  ])('refuses %j', (address) => {
    expect(safeHref(address)).toBeNull();
  });

  it('writes only what may stand in a quoted attribute, and takes its own output', () => {
    const schemes = fc.constantFrom(
      'http://e.org/',
      'https://e.org?',
      'mailto:',
      'mailto:a?subject=',
    );
    fc.assert(
      fc.property(schemes, fc.string({ unit: anyCharacter }), (scheme, rest) => {
        const href = safeHref(scheme + rest);
        if (href === null) return;
        expect(href).toMatch(/^(?:https?:\/\/|mailto:)[\x21-\x7e]*$/);
        expect(href).not.toMatch(/["'<>`]/);
        expect(safeHref(href)).toBe(href);
      }),
      { numRuns: runsOf(3_000), seed: 1 },
    );
  });
});
