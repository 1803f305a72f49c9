import { renderMarkdown } from './markdown.js';
import { plainTextOf } from './plain-text.js';

describe('plainTextOf', () => {
  it('is what a browser has as the text of rendered Markdown', () => {
    expect(plainTextOf(renderMarkdown('A *b* < c & "d" [e](https://x.example/?a=1&b=2)'))).toBe(
      'A b < c & "d" e\n',
    );
    expect(plainTextOf(renderMarkdown('Viens\n\n- двa\n- `<i>`'))).toBe('Viens\n\nдвa\n<i>\n\n');
  });

  it('decodes each reference once', () => {
    expect(plainTextOf('&amp;lt; &#8212; &#x2014; &#99999999; &unknown;')).toBe(
      '&lt; — — &#99999999; &unknown;',
    );
  });
});
