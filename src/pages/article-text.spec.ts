import { renderMarkdown } from '../text/markdown.js';
import { articleTextOf } from './article-text.js';

const revision = (body: string, day: number) => ({
  html: renderMarkdown(body),
  createdAt: new Date(Date.UTC(2026, 3, day)),
});
const REVIEW = 'A review.\n\n- one\n- two';

describe('the text of an article', () => {
  it('is told apart from what was added to it later', () => {
    const first = `${REVIEW}\n\nAdded.`;
    const revisions = [
      revision(`${first}\n\n> Again.`, 3),
      revision(first, 2),
      revision(first, 2),
      revision(REVIEW, 1),
    ];
    expect(articleTextOf(revisions)).toEqual({
      html: renderMarkdown(REVIEW),
      added: [
        { html: '<p>Added.</p>', at: '2026-04-02T00:00:00.000Z' },
        { html: expect.stringContaining('<blockquote>'), at: '2026-04-03T00:00:00.000Z' },
      ],
    });
  });

  it('is all of it where something above was changed', () => {
    const changed = revision(`${REVIEW}\n- three\n\nAdded.`, 2);
    expect(articleTextOf([changed, revision(REVIEW, 1)])).toEqual({
      html: changed.html,
      added: [],
    });
  });

  it('is missing where the host site has it', () => {
    expect(articleTextOf([{ html: null, createdAt: new Date() }])).toBeNull();
    expect(articleTextOf([])).toBeNull();
  });
});
