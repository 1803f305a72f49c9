import { askCount, type Name } from './counts.js';
import { phraseOf } from './phrases.js';

/**
 * `<colloquy-count post|key|url>`: the number of comments of a post, as text of the surrounding
 * page. Without a name it counts for the target of the enclosing link, or for the page. A list of
 * articles loads this file: `<script type="module" src="…/count.js">`.
 */
class CountElement extends HTMLElement {
  static readonly observedAttributes = ['post', 'key', 'url', 'plain', 'lang'];

  private asked = '';
  private count: number | null = null;

  connectedCallback(): void {
    this.ask();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.ask();
  }

  private ask(): void {
    const name = this.nameOf();
    if (!name) return;
    const asked = `${name.by} ${name.name}`;
    if (asked === this.asked) return this.show();
    this.asked = asked;
    askCount(name, (count) => {
      // The element may have got another name meanwhile.
      if (asked !== this.asked) return;
      this.count = count;
      this.show();
    });
  }

  private show(): void {
    if (this.count === null) return;
    const language = this.closest<HTMLElement>('[lang]')?.lang || navigator.language;
    this.textContent = phraseOf(this.count, language, this.hasAttribute('plain'));
  }

  /** Null if the enclosing link leads to no page, such as `mailto:`. */
  private nameOf(): Name | null {
    for (const by of ['post', 'key'] as const) {
      const name = this.getAttribute(by);
      if (name) return { by, name };
    }
    const url =
      this.getAttribute('url') ||
      this.closest('a')?.href ||
      document.head.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ||
      location.href;
    if (!URL.canParse(url, document.baseURI)) return null;
    const { href } = new URL(url, document.baseURI);
    return /^https?:/.test(href) ? { by: 'url', name: href } : null;
  }
}

if (!customElements.get('colloquy-count')) customElements.define('colloquy-count', CountElement);
