import { renderMarkdown } from '../text/markdown/markdown.js';
import { articleTextOf } from './article-text.js';

const day = (date: number) => `2026-04-0${date}T00:00:00.000Z`;
const REVIEW = renderMarkdown('Рецензия 😀.\n\n- one\n- two');
const FIRST = `${REVIEW}<p>Added.</p>\n`;
const SECOND = `${FIRST}<blockquote>Again.</blockquote>\n`;
const size = (html: string) => Buffer.byteLength(html);

describe('the text of an article', () => {
  it('is told apart from what was added to it later', () => {
    const history = [
      { continues: size(FIRST), at: day(4) },
      { continues: size(FIRST), at: day(3) },
      { continues: size(REVIEW), at: day(2) },
      { continues: null, at: day(1) },
    ];
    expect(articleTextOf({ html: SECOND, history })).toEqual({
      html: REVIEW,
      added: [
        { html: '<p>Added.</p>', at: day(2) },
        { html: '<blockquote>Again.</blockquote>', at: day(4) },
      ],
    });
  });

  it('is all of it where something above was changed', () => {
    const history = [
      { continues: null, at: day(2) },
      { continues: 7, at: day(1) },
    ];
    expect(articleTextOf({ html: FIRST, history })).toEqual({ html: FIRST, added: [] });
  });

  it('is missing where the host site has it', () => {
    expect(articleTextOf({ html: null, history: [{ continues: null, at: day(1) }] })).toBeNull();
  });
});
