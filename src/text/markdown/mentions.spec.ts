import { findMentions } from './mentions.js';

describe('mentions', () => {
  const first = (source: string) => findMentions(source).map(([name]) => name);

  it.each([
    ['@anna', ['anna']],
    ['Hello @Anna and @ben_2, and @anna again', ['anna', 'ben_2']],
    ['«@anna», — @ben…', ['anna', 'ben']],
    ['Спасибо,@anna! „@ben“ —@carl', ['anna', 'ben', 'carl']],
    ['(@anna)', ['anna']],
    ['**@anna** and _@ben_', ['anna', 'ben']],
    ['- @anna\n- @ben', ['anna', 'ben']],
    ["@anna's figure", ['anna']],
  ])('are found in %j', (source, names) => {
    expect(first(source)).toEqual(names);
  });

  it.each([
    'anna@example.org',
    'анна@example',
    'a.@anna',
    'https://video.example/@anna',
    '[@anna](https://example.org)',
    '[see @anna there](https://example.org)',
    '`@anna`',
    '```\n@anna\n```',
    '> @anna',
    '> > @anna\n>\n> @ben',
    '- > @anna',
    '@an',
    '@@anna',
    `@${'a'.repeat(31)}`,
    '@annaи',
    '@анна',
    '@',
  ])('are none in %j', (source) => {
    expect(findMentions(source)).toEqual([]);
  });

  it('may end with a sign of the sentence', () => {
    expect(findMentions('Ask @anna.')).toEqual([['anna.', 'anna']]);
    expect(findMentions('Ask @anna...')).toEqual([['anna...', 'anna..', 'anna.', 'anna']]);
    expect(findMentions('@anna-то')).toEqual([['anna']]);
    expect(findMentions('@anna.Потом')).toEqual([['anna']]);
    expect(findMentions('@anna.b')).toEqual([['anna.b']]);
  });

  it('count as words of the writer beside code and links', () => {
    expect(first('`x`@anna')).toEqual(['anna']);
    expect(first('> quoted\n\n@anna')).toEqual(['anna']);
  });

  it('are ten at most', () => {
    const crowd = Array.from({ length: 30 }, (_, n) => `@reader${n}`);
    expect(findMentions(crowd.join(' '))).toHaveLength(10);
  });
});
