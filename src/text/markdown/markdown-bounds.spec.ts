import { hostileMarkdown } from '../../../test/fixtures/hostile-markdown.js';
import { FULL, sampleOf } from '../../../test/support/full-form.js';
import { plainText, renderMarkdown } from './markdown.js';

const size = (text: string) => Buffer.byteLength(text);

describe('the HTML of a text', () => {
  it.each([1_000, 10_000])('is bounded by its length of %i, whatever it says', (length) => {
    let texts = 0;
    for (const { name, source } of sampleOf([...hostileMarkdown(length)], 5)) {
      texts += 1;
      const html = size(renderMarkdown(source));
      if (html > 8 * size(source) + 32_768) throw new Error(`${name}: ${html} bytes`);
    }
    expect(texts).toBeGreaterThan(FULL ? 500 : 100);
  });

  it('says the address of an image without words a few times, not a thousand', () => {
    const source = `[a]: https://e.org/${'b'.repeat(1_900)}\n\n${'![][a]'.repeat(1_300)}`;
    expect(size(renderMarkdown(source))).toBeLessThan(5 * source.length);
    expect(renderMarkdown('![](https://e.org/b.png)')).toContain('>https://e.org/b.png</a>');
  });

  it('keeps the words behind the last quote and list that it has room for', () => {
    const source = `${'>>>>>>>>>>>>\n\n'.repeat(700)}> - words`;
    const html = renderMarkdown(source);
    expect(html.match(/<blockquote>/g)!.length).toBeLessThanOrEqual(256 + source.length / 10);
    expect(html).toContain('&gt; - words');
    expect(plainText('> - words\n'.repeat(500)).match(/words/g)).toHaveLength(500);
  });

  it('leaves out headings without words', () => {
    expect(renderMarkdown('#\n\n## \n\n# a')).toBe('<p><strong>a</strong></p>\n');
  });

  it('counts what was opened, not what was tried', () => {
    const short = Array.from({ length: 250 }, (_, at) => `> said ${at}\n\n- answered\n\n`).join('');
    const html = renderMarkdown(short);
    expect(html.match(/<blockquote>/g)).toHaveLength(250);
    expect(html.match(/<ul>/g)).toHaveLength(250);
  });
});
