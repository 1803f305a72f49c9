import { html, jsonIn, safe } from './html.js';

describe('a template', () => {
  it('escapes what it is given, in elements and attributes', () => {
    const name = `<b onclick="x">'&`;
    expect(html`<a title="${name}">${name}</a>`.text).toBe(
      '<a title="&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;">&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;</a>',
    );
  });

  it('takes HTML, lists, numbers and nothing as they are', () => {
    const items = [html`<li>${1}</li>`, html`<li>${'<'}</li>`];
    expect(
      html`<ol>
        ${items}
      </ol>`.text.replace(/\s/g, ''),
    ).toBe('<ol><li>1</li><li>&lt;</li></ol>');
    expect(html`${null}${false}${undefined}${0}${safe('<p>x</p>')}`.text).toBe('0<p>x</p>');
  });

  it('keeps JSON inside its script element', () => {
    const value = { text: '</script><!--<script>\u2028&' };
    const { text } = jsonIn(value);
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toEqual(value);
  });
});
