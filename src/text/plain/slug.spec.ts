import fc from 'fast-check';
import { isSlug, slugify } from './slug.js';
import { runsOf } from '../../../test/support/full-form.js';

describe('slugify', () => {
  it.each([
    ['The Soviet Story: a review', 'the-soviet-story-a-review'],
    ['Jāņa Bērziņa atmiņas', 'jana-berzina-atminas'],
    ['Анна Каренина, ч. 1', 'anna-karenina-ch-1'],
    ["Don't look back", 'dont-look-back'],
    ['  --Hello__World!!  ', 'hello-world'],
    ['日本語', 'post'],
    ['', 'post'],
    ['Counts', 'post-counts'],
    ['By page', 'post-by-page'],
  ])('makes of %j the slug %s', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it('never makes a UUID', () => {
    expect(slugify('550E8400-E29B-41D4-A716-446655440000')).toBe(
      'post-550e8400-e29b-41d4-a716-446655440000',
    );
  });

  it('ends a long slug with a whole word', () => {
    expect(slugify('word '.repeat(40))).toBe(Array(16).fill('word').join('-'));
    expect(slugify(`${'long'.repeat(10)} ${'word'.repeat(20)}`)).toHaveLength(80);
  });

  it('makes a slug of at most 80 characters of any title, and of a slug itself', () => {
    const title = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.uuid());
    fc.assert(
      fc.property(title, (text) => {
        const slug = slugify(text);
        expect(isSlug(slug)).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugify(slug)).toBe(slug);
      }),
      { numRuns: runsOf(2_000), seed: 1 },
    );
  });
});

describe('isSlug', () => {
  it.each(['a', 'a-b-1', '2026', 'by-pages', 'a'.repeat(100)])('takes %s', (value) => {
    expect(isSlug(value)).toBe(true);
  });

  it.each([
    '',
    '-a',
    'a-',
    'a--b',
    'A',
    'ā',
    'a b',
    'a\n',
    'by-page',
    'counts',
    '550e8400-e29b-41d4-a716-446655440000',
    'a'.repeat(101),
  ])('refuses %j', (value) => {
    expect(isSlug(value)).toBe(false);
  });
});
