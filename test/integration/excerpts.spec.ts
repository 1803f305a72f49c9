import fc from 'fast-check';
import { renderMarkdown } from '../../src/text/markdown/markdown.js';
import { plainTextOf } from '../../src/text/markdown/plain-text.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

const LENGTH = 300;

/** An independent implementation: the whole text on one line. */
const wordsOf = (html: string) =>
  plainTextOf(html)
    .replace(/[ \t\n\r\f\v]+/g, ' ')
    .replace(/^ | $/g, '');

describe('the excerpt of a comment', () => {
  const site = useSite({ people: { editor: 'admin' } });
  let id: string;

  beforeAll(async () => {
    ({ id } = await say(
      site.app,
      site.editor,
      (await createPost(site.app, site.editor)).id,
      'A *first*\n\n> word',
    ));
  });

  const excerptOf = async (html: string) => {
    const [{ excerpt }] = await site.database.query<{ excerpt: string }>(
      'update comments set html = $2 where id = $1 returning excerpt',
      [id, html],
    );
    return excerpt;
  };

  it('is made when it is written, and made again when it is edited', async () => {
    const read = () =>
      site.database.query<{ excerpt: string }>('select excerpt from comments where id = $1', [id]);
    expect(await read()).toEqual([{ excerpt: 'A first word' }]);
    await site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set(site.editor.auth)
      .set('if-match', '1')
      .send({ body: 'Another & `<b>`' })
      .expect(200);
    expect(await read()).toEqual([{ excerpt: 'Another & <b>' }]);
  });

  it('is the beginning of what the rendered text says', async () => {
    const words = fc.constantFrom(
      '&',
      '<',
      '>',
      '"',
      "'",
      '&lt;',
      '&amp;lt;',
      '&#39;',
      '*a*',
      '`<i>`',
      '[l](http://e.org/?a&b "t")',

      '\n',
      '\n\n',
      '- ',
      '> ',
      '  ',
      'ж',
      '漢字',
      '😀',
      'http://e.org/?a=1&b=2',
      '|a|\n|-|\n',
      'word',
    );
    const text = fc.array(words, { minLength: 1, maxLength: 600 }).map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const html = renderMarkdown(source);
        const [said, excerpt] = [wordsOf(html), await excerptOf(html)];
        const points = Array.from(excerpt).length;
        expect(said.startsWith(excerpt)).toBe(true);
        expect(points).toBeLessThanOrEqual(LENGTH);
        if (html.length < 1_500) expect(points).toBe(Math.min(LENGTH, Array.from(said).length));
      }),
      { numRuns: 300, seed: 20_265 },
    );
  });

  it.each(Array.from({ length: 24 }, (_, at) => at))(
    'never ends within a tag or an entity: %i characters before the cut',
    async (before) => {
      const link = '<a href="https://e.org/" rel="nofollow">&amp;amp;</a>&quot;&lt;';
      // The inspected prefix contains hardly any words.
      const html = `<p>${'<em></em>'.repeat(152)}${'x'.repeat(before)}${link.repeat(40)}</p>`;
      expect(html.length).toBeGreaterThan(1_500);
      const excerpt = await excerptOf(html);
      expect(wordsOf(html).startsWith(excerpt)).toBe(true);
      expect(excerpt).not.toMatch(/nofollow|href/);
    },
  );

  it('is nothing where nothing is left of the text', async () => {
    expect(await excerptOf('')).toBe('');
  });
});
