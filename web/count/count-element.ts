import { askCount, type Name } from './counts.js';
import { phraseOf } from './phrases.js';

/**
 * `<colloquy-count post|key|url>`: how many comments a post has, as text of the page around it. Without
 * a name it speaks of where the link around it leads, or of the page. A list of articles loads this
 * file: `<script type="module" src="…/count.js">`.
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
    const asked = `${name.by} ${name.name}`;
    if (asked === this.asked) return this.show();
    this.asked = asked;
    askCount(name, (count) => {
      // Another name may have been given meanwhile.
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

  private nameOf(): Name {
    for (const by of ['post', 'key'] as const) {
      const name = this.getAttribute(by);
      if (name) return { by, name };
    }
    const url = this.getAttribute('url') ?? this.closest('a')?.href ?? '';
    return { by: 'url', name: new URL(url, document.baseURI).href };
  }
}

if (!customElements.get('colloquy-count')) customElements.define('colloquy-count', CountElement);
